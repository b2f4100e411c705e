package eu.lethe.compliance.reports;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Tells people what is held about them, and everything else Art. 15 GDPR wants them to know. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessReports {

    @Inject
    Dossiers dossiers;

    @Inject
    Holdings holdings;

    @Inject
    PdfPrinter printer;

    /**
     * The person's own report.
     *
     * @param language English, German or Finnish; any other gives English
     * @throws eu.lethe.compliance.subjects.SubjectGone if the person was or is being erased (410)
     */
    public Download report(Subject subject, Locale language, Format format) {
        return made(dossiers.of(subject, null, AuditAction.ACCESS_REPORT_MADE), language, format);
    }

    /**
     * The report for whoever has proved an e-mail address that the person has left.
     *
     * @param provedBy the subject request for which it was proved
     * @throws eu.lethe.compliance.subjects.SubjectGone if the person was or is being erased (410)
     */
    public Download report(Subject subject, UUID provedBy, Locale language, Format format) {
        return made(dossiers.of(subject, provedBy, AuditAction.ACCESS_REPORT_MADE), language, format);
    }

    /**
     * The report for whoever answers the person; the audit log keeps who asked for it.
     *
     * @throws eu.lethe.compliance.subjects.SubjectGone if the account knows no such person (410)
     */
    public Download report(Caller caller, UUID subject, Locale language, Format format) {
        return made(dossiers.of(caller, subject, AuditAction.ACCESS_REPORT_MADE), language, format);
    }

    private Download made(Dossier inDatabase, Locale language, Format format) {
        var subject = inDatabase.standing().subject();
        var dossier = inDatabase.with(holdings.elsewhere(subject));
        var texts = Texts.in(language);
        byte[] bytes = bytes(dossier, texts, format);
        dossiers.mustStillBeThere(subject);
        return new Download(dossier.fileName(texts.get("file.report"), format.suffix()), format.mediaType(), bytes);
    }

    private byte[] bytes(Dossier dossier, Texts texts, Format format) {
        return switch (format) {
            case HTML -> Markup.of(ReportPage.of(dossier, texts)).getBytes(StandardCharsets.UTF_8);
            case PDF -> printer.print(ReportPage.of(dossier, texts), texts.get("pdf.incomplete"));
            case JSON -> JsonReport.of(dossier, texts);
        };
    }
}
