package eu.lethe.widget.recipients;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** Not the status of a request. */
@ApplicationException(rollback = true)
public final class InvalidCallback extends Problem {
    InvalidCallback() {
        super(
                Kind.INVALID,
                "callback-invalid",
                "Send a JSON object with subject_request_id and request_status, as OpenDSR 2.0 has it.");
    }
}
