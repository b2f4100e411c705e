package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.vault.SubjectKey;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** An erasure's part in {@link Notices}: recipients are told that a person was forgotten before its certificate is issued. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureNotices {

    @Inject
    NoticePlan plan;

    @Inject
    NoticeLedger ledger;

    @Inject
    NoticePost post;

    /**
     * Writes down who will have to be told, in the fence's transaction, while it still sees the person's rows and before their key
     * is shredded. What recipients call the person, and the visitor's own id, is sealed anew under the job's key.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void prepare(Subject subject, UUID job, SubjectKey jobKey) {
        plan.erased(subject, job, jobKey);
    }

    /** The same for one conversation of somebody who stays; no notice goes out for it, see {@link NoticePlan}. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void prepare(Talk talk, UUID job, SubjectKey jobKey) {
        plan.erased(talk, job, jobKey);
    }

    /**
     * Tells whoever was not reached yet, one attempt each, and says how everybody stands. Idempotent; other attempts follow by
     * themselves, so nobody has to call this again.
     */
    public List<Told> tell(AccountId account, UUID job) {
        ledger.takeFor(account, job).forEach(post::attempt);
        return ledger.ofJob(account, job);
    }

    /** How everybody stands now. */
    public List<Told> told(AccountId account, UUID job) {
        return ledger.ofJob(account, job);
    }

    /**
     * Gives up the job's key: shredded at once, or, if somebody is still to be told, as soon as nobody is. Called instead of
     * shredding it.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void releaseKey(AccountId account, UUID job) {
        ledger.releaseKey(account, job);
    }
}
