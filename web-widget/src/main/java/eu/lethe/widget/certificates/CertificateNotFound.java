package eu.lethe.widget.certificates;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No certificate has this id, or none yet. */
@ApplicationException(rollback = true)
final class CertificateNotFound extends Problem {
    CertificateNotFound() {
        super(Kind.NOT_FOUND, "certificate-unknown", "There is no certificate under this address.");
    }
}
