package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The request is not what the visitor API understands; the detail names the part. */
@ApplicationException(rollback = true)
public final class InvalidRequest extends Problem {
    public InvalidRequest(String code, String detail) {
        super(Kind.INVALID, code, detail);
    }
}
