package eu.lethe.compliance.subjects;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;

/** The person was erased, or never was: nothing can be read or written for them. */
@ApplicationException(rollback = true)
public final class SubjectGone extends Problem {
    public SubjectGone() {
        super(Kind.GONE, "subject-gone", "The data of this person was erased.");
    }
}
