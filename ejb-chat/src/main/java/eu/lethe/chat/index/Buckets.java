package eu.lethe.chat.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.CompositeAggregationSource;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchResponse;

/** The different values that some fields have together in an index, a portion at a time. */
final class Buckets {
    private static final String NAME = "groups";

    private final OpenSearch openSearch;
    private final String indices;
    private final List<String> fields;

    Buckets(OpenSearch openSearch, String indices, List<String> fields) {
        this.openSearch = openSearch;
        this.indices = indices;
        this.fields = fields;
    }

    /** @param after the values that the portion before ended with, in the order of the fields; null for the first */
    List<Map<String, FieldValue>> page(Query query, @Nullable List<FieldValue> after, int portion) {
        SearchResponse<Void> response = openSearch.tell(client -> client.search(
                search -> search.index(indices)
                        .ignoreUnavailable(true)
                        .size(0)
                        .query(query)
                        .aggregations(
                                NAME,
                                aggregation -> aggregation.composite(composite -> {
                                    composite.size(portion).sources(sources());
                                    return after == null ? composite : composite.after(key(after));
                                })),
                Void.class));
        Deletions.mustBeWhole(response.shards());
        Aggregate found = response.aggregations().get(NAME);
        if (found == null) {
            return List.of(); // there is no such index yet
        }
        return found.composite().buckets().array().stream()
                .map(bucket -> bucket.key())
                .toList();
    }

    static FieldValue value(Map<String, FieldValue> bucket, String field) {
        return Objects.requireNonNull(bucket.get(field));
    }

    static UUID id(Map<String, FieldValue> bucket, String field) {
        return UUID.fromString(value(bucket, field).stringValue());
    }

    static FieldValue of(UUID id) {
        return FieldValue.of(id.toString());
    }

    private Map<String, FieldValue> key(List<FieldValue> values) {
        Map<String, FieldValue> key = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            key.put(fields.get(i), values.get(i));
        }
        return key;
    }

    private List<Map<String, CompositeAggregationSource>> sources() {
        List<Map<String, CompositeAggregationSource>> sources = new ArrayList<>();
        for (String field : fields) {
            sources.add(
                    Map.of(field, CompositeAggregationSource.of(source -> source.terms(terms -> terms.field(field)))));
        }
        return sources;
    }
}
