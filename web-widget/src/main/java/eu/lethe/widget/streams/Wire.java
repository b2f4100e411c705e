package eu.lethe.widget.streams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
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
        // Yasson 3.0.4 never comes back from a text that ends inside a property it does not know: look at all of it
        // first.
        try (var whole = Json.createReader(new StringReader(text))) {
            whole.readObject();
            return Optional.ofNullable(json.fromJson(text, shape));
        } catch (RuntimeException notThatShape) {
            // As wide as this because Parsson refuses deep nesting with a RuntimeException of no kind.
            return Optional.empty();
        }
    }
}
