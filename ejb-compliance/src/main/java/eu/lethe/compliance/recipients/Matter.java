package eu.lethe.compliance.recipients;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the data of a person who is still there, and that recipients have to be told (Art. 19 GDPR).
 *
 * @param fields what was put right; empty unless something was
 * @param request the subject request it answers
 */
public record Matter(
        NoticeKind kind, Set<FieldClass> fields, @Nullable UUID request) {

    public Matter {
        fields = Set.copyOf(fields);
    }

    Matter of(Set<FieldClass> others) {
        return new Matter(kind, others, request);
    }
}
