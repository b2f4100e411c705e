package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** No such member in the caller's account. */
@ApplicationException(rollback = true)
public final class MemberUnknown extends Problem {
    MemberUnknown() {
        super(Kind.NOT_FOUND, "member-unknown", "There is no such member.");
    }
}
