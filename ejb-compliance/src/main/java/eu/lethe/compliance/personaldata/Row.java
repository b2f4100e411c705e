package eu.lethe.compliance.personaldata;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds one row of an {@link Extract}, in the order and the forms of its schema. */
public final class Row {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Adds a field; ids, instants and names of enums become text. */
    public Row with(String field, @Nullable Object value) {
        fields.put(field, form(value));
        return this;
    }

    public Map<String, Object> map() {
        return fields;
    }

    private static @Nullable Object form(@Nullable Object value) {
        if (value instanceof UUID || value instanceof Instant) {
            return value.toString();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
