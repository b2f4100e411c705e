package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The account has no such document. */
@ApplicationException(rollback = true)
public final class DocumentNotFound extends Problem {
    DocumentNotFound() {
        super(Kind.NOT_FOUND, "document-not-found", "There is no such document.");
    }
}
