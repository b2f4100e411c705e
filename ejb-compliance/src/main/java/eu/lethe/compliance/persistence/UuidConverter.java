package eu.lethe.compliance.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Keeps a UUID a {@code uuid}, also when it is null: EclipseLink alone binds null as text and fails on reading it. */
@Converter(autoApply = true)
public class UuidConverter implements AttributeConverter<UUID, Object> {

    @Override
    public Object convertToDatabaseColumn(@Nullable UUID value) {
        return value != null ? value : nothing();
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
        if (column == null) {
            return null;
        }
        return column instanceof UUID value ? value : UUID.fromString(column.toString());
    }

    private static PGobject nothing() {
        var object = new PGobject();
        object.setType("uuid");
        return object;
    }
}
