package eu.lethe.compliance.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Binds {@link Json} as {@code jsonb}, null included. */
@Converter(autoApply = true)
public class JsonConverter implements AttributeConverter<Json, Object> {

    @Override
    public Object convertToDatabaseColumn(@Nullable Json value) {
        try {
            var object = new PGobject();
            object.setType("jsonb");
            object.setValue(value == null ? null : value.text());
            return object;
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public @Nullable Json convertToEntityAttribute(@Nullable Object column) {
        return column == null ? null : new Json(column.toString());
    }
}
