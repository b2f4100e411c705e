package eu.lethe.compliance.reports;

import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Locale;
import java.util.UUID;

/** Tells people what is held about them, and everything else Art. 15 GDPR wants them to know. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessReports {

    /**
     * The person's own report.
     *
     * @param language English, German or Finnish; any other gives English
     * @throws eu.lethe.compliance.subjects.SubjectGone if the person was or is being erased (410)
     */
    public Download report(Subject subject, Locale language, Format format) {
        throw new UnsupportedOperationException();
    }

    /**
     * The report for whoever answers the person; the audit log keeps who asked for it.
     *
     * @throws eu.lethe.compliance.subjects.SubjectGone if the account knows no such person (410)
     */
    public Download report(Caller caller, UUID subject, Locale language, Format format) {
        throw new UnsupportedOperationException();
    }
}
