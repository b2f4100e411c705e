package eu.lethe.widget.streams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.util.Optional;

/** JSON as it goes over the wire. */
@ApplicationScoped
public class Wire {

    private final Jsonb json = JsonbBuilder.create();

    public String write(Object value) {
        return json.toJson(value);
    }

    /** The object a text stands for, or empty if the text is not JSON of that shape. */
    public <T> Optional<T> read(String text, Class<T> shape) {
        try {
            return Optional.ofNullable(json.fromJson(text, shape));
        } catch (JsonbException | JsonException notThatShape) {
            return Optional.empty();
        }
    }
}
