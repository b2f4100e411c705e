package eu.lethe.compliance.recipients;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.recipients.NoticeLedger.Attempt;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** Tells recipients that a person was forgotten (Art. 19 GDPR), once each, until they say that they did the same. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureNotices {

    private static final System.Logger LOG = System.getLogger(ErasureNotices.class.getName());
    private static final int AT_ONCE = 20;

    @Inject
    NoticePlan plan;

    @Inject
    NoticeLedger ledger;

    @Inject
    NoticePost post;

    @Inject
    AcknowledgementToken tokens;

    @Inject
    Vault vault;

    /**
     * Writes down who will have to be told, in the fence's transaction, while it still sees the person's rows and before their key
     * is shredded. What recipients call the person, and the visitor's own id, is sealed anew under the job's key.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void prepare(Subject subject, UUID job, SubjectKey jobKey) {
        plan.make(subject, job, jobKey);
    }

    /** The same for one conversation of somebody who stays; no notice goes out for it, see {@link NoticePlan}. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void prepare(Talk talk, UUID job) {
        plan.make(talk, job);
    }

    /**
     * Tells whoever was not reached yet, one attempt each, and says how everybody stands. Idempotent; other attempts follow by
     * themselves, so nobody has to call this again.
     */
    public List<Told> tell(AccountId account, UUID job) {
        ledger.takeFor(account, job).forEach(this::attempt);
        return ledger.ofJob(account, job);
    }

    /** How everybody stands now. */
    public List<Told> told(AccountId account, UUID job) {
        return ledger.ofJob(account, job);
    }

    /** What a member has to see to, of all erasures, oldest first. */
    public List<Told> needingOperator(Caller caller) {
        return ledger.inStates(caller.account(), EnumSet.of(Told.State.BY_HAND, Told.State.REFUSED, Told.State.SILENT));
    }

    /**
     * Gives up the job's key: shredded at once, or, if somebody is still to be told, as soon as nobody is. Called instead of
     * shredding it.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void releaseKey(AccountId account, UUID job) {
        ledger.releaseKey(account, job);
    }

    /** A member told the recipient, and the recipient agreed. */
    public void toldByHand(Caller caller, UUID notice) {
        ledger.closedByHand(caller, notice);
    }

    /**
     * What a recipient's own notice of completion says; the token proves that it is theirs.
     *
     * @param status of OpenDSR: {@code completed} and {@code cancelled} end it, anything else says that work goes on
     * @throws NoticeNotFound if the token is none of ours or belongs to another notice (404)
     */
    public void acknowledged(String token, UUID request, String status) {
        UUID notice = tokens.read(token).filter(request::equals).orElseThrow(NoticeNotFound::new);
        switch (status) {
            case "completed" -> ledger.acknowledged(notice);
            case "cancelled" -> ledger.refused(notice);
            default -> LOG.log(INFO, "Notice {0} is being worked on", notice);
        }
    }

    /** Sends what is due of all accounts. @return whether there may be more */
    public boolean sendDue() {
        List<Attempt> due = ledger.takeDue(AT_ONCE);
        due.forEach(this::attempt);
        ledger.shredUnusedKeys();
        return due.size() == AT_ONCE;
    }

    private void attempt(Attempt attempt) {
        try {
            URI to = URI.create(attempt.url());
            var person = ForgottenPerson.opened(
                    attempt.sealedPerson(), vault.keyOf(NoticeLedger.keyOwner(attempt.account(), attempt.job())));
            post.send(
                    to,
                    attempt.notice(),
                    NoticeBody.of(attempt.notice(), person, attempt.received(), to, tokens.urlOf(attempt.notice())));
            ledger.delivered(attempt.account(), attempt.notice());
        } catch (Undelivered failed) {
            LOG.log(WARNING, "Notice {0} was not delivered: {1}", attempt.notice(), failed.code());
            ledger.failed(attempt.account(), attempt.notice(), failed.code());
        }
    }
}
