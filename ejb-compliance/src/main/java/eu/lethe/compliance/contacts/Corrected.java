package eu.lethe.compliance.contacts;

import eu.lethe.compliance.kernel.Subject;
import java.util.Set;

/**
 * A person's contact was put right, in the transaction that is about to commit: whoever gave it to others tells them
 * (Art. 19 GDPR).
 *
 * @param fields which of name, email and phone are different now
 */
public record Corrected(Subject subject, Set<String> fields) {}
