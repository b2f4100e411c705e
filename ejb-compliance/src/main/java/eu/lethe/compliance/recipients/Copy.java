package eu.lethe.compliance.recipients;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about a person that goes to a recipient, or went there.
 *
 * @param reference what the recipient calls the person, such as the number of a record: it is told again when the person is
 *     forgotten, and kept sealed until then
 */
public record Copy(
        UUID recipient,
        Channel channel,
        Set<FieldClass> fields,
        @Nullable String reference) {

    public Copy {
        fields = Set.copyOf(fields);
    }
}
