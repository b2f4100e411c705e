package eu.lethe.compliance.reports;

import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.Row;
import java.util.List;
import java.util.Map;

/**
 * What one store holds of one kind.
 *
 * @param home the store's own class, beside which the schema and the titles are found
 */
public record Holding(String store, Class<?> home, String entity, EntitySchema schema, List<Map<String, Object>> rows) {

    static Holding of(String store, Class<?> home, Extract extract) {
        var schema = EntitySchema.of(extract.entity(), home);
        return new Holding(
                store,
                home,
                extract.entity(),
                schema,
                extract.rows().stream().map(row -> inOrder(row, schema)).toList());
    }

    // Every field in its place, also one without a value: a reader of an export need not guess.
    private static Map<String, Object> inOrder(Map<String, Object> row, EntitySchema schema) {
        var ordered = new Row();
        schema.fields().keySet().forEach(field -> ordered.with(field, row.get(field)));
        row.forEach(ordered::with);
        return ordered.map();
    }
}
