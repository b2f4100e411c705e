package eu.lethe.compliance.contacts;

import eu.lethe.compliance.kernel.Subject;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's contact was put right, in the transaction that is about to commit: whoever gave it to others tells them
 * (Art. 19 GDPR).
 *
 * @param fields which of name, email and phone are different now
 * @param request the subject request it answers
 */
public record Corrected(
        Subject subject, Set<String> fields, @Nullable UUID request) {}
