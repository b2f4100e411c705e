package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.SubjectKey;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;

/** Tells recipients that a person was forgotten (Art. 19 GDPR), once each, until they say that they did the same. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ErasureNotices {

    /**
     * Writes down who will have to be told, in the fence's transaction, before the person's key is shredded. What recipients
     * call the person, and the visitor's own id, is sealed anew under the job's key.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void prepare(Subject subject, UUID job, SubjectKey jobKey) {
        throw new UnsupportedOperationException();
    }

    /**
     * Tells whoever was not reached yet, one attempt each, and says how everybody stands. Idempotent; other attempts follow by
     * themselves, so nobody has to call this again.
     */
    public List<Told> tell(AccountId account, UUID job) {
        throw new UnsupportedOperationException();
    }

    /** How everybody stands now. */
    public List<Told> told(AccountId account, UUID job) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives up the job's key: shredded at once, or, if somebody is still to be told, as soon as nobody is. Called instead of
     * shredding it.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void releaseKey(AccountId account, UUID job) {
        throw new UnsupportedOperationException();
    }

    /** A member told the recipient, and the recipient agreed. */
    public void toldByHand(Caller caller, UUID notice) {
        throw new UnsupportedOperationException();
    }

    /** What a recipient's own notice of completion says; the token proves that it is theirs. */
    public void acknowledged(String token, UUID request, String status) {
        throw new UnsupportedOperationException();
    }
}
