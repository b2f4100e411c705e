package eu.lethe.compliance.reports;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Gives people their data to take elsewhere (Art. 20 GDPR): a ZIP file with one JSON file and one JSON Schema an entity, and a
 * manifest with checksums. Its entries and schemas are the same in every language and stay as they are.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Exports {

    private static final String MEDIA_TYPE = "application/zip";

    @Inject
    Dossiers dossiers;

    @Inject
    Holdings holdings;

    /** @throws eu.lethe.compliance.subjects.SubjectGone if the person was or is being erased (410) */
    public Download export(Subject subject) {
        return made(dossiers.of(subject, null, AuditAction.DATA_EXPORTED));
    }

    /**
     * The export for whoever has proved an e-mail address that the person has left.
     *
     * @param provedBy the subject request for which it was proved
     * @throws eu.lethe.compliance.subjects.SubjectGone if the person was or is being erased (410)
     */
    public Download export(Subject subject, UUID provedBy) {
        return made(dossiers.of(subject, provedBy, AuditAction.DATA_EXPORTED));
    }

    /**
     * The export for whoever answers the person; the audit log keeps who asked for it.
     *
     * @throws eu.lethe.compliance.subjects.SubjectGone if the account knows no such person (410)
     */
    public Download export(Caller caller, UUID subject) {
        return made(dossiers.of(caller, subject, AuditAction.DATA_EXPORTED));
    }

    private Download made(Dossier inDatabase) {
        var subject = inDatabase.standing().subject();
        var dossier = inDatabase.with(holdings.elsewhere(subject));
        byte[] bytes = ExportFile.of(dossier);
        dossiers.mustStillBeThere(subject);
        return new Download(dossier.fileName("your-data-export", "zip"), MEDIA_TYPE, bytes);
    }
}
