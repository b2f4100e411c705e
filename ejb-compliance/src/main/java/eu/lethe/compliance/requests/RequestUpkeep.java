package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What happens to requests by itself, each a short transaction. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RequestUpkeep {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** A request that is to be looked after. */
    public record Found(AccountId account, UUID request) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Intake intake;

    @Inject
    Casework casework;

    @Inject
    Clock clock;

    /** Closes requests whose every erasure is certified. @return how many */
    @AcrossAccounts(because = "works for every account")
    public int closeCertified() {
        return em.createNativeQuery("update compliance.subject_request r set state = 'DONE', closed_at = ?1,"
                        + " outcome = case when exists (select 1 from compliance.erasure_job j"
                        + " where j.account_id = r.account_id and j.request_id = r.id and j.held_up = 'PARTIAL_HELD')"
                        + " then 'PARTLY' else 'FULFILLED' end"
                        + " where r.state = 'IN_PROGRESS' and not exists (select 1 from compliance.request_person p"
                        + " where p.account_id = r.account_id and p.request_id = r.id)"
                        + " and exists (select 1 from compliance.erasure_job j"
                        + " where j.account_id = r.account_id and j.request_id = r.id)"
                        + " and not exists (select 1 from compliance.erasure_job j where j.account_id = r.account_id"
                        + " and j.request_id = r.id and j.state not in ('CERTIFIED', 'CLOSED'))")
                .setParameter(1, now())
                .executeUpdate();
    }

    /** Removes codes that no limit counts any more. @return how many */
    @AcrossAccounts(because = "works for every account")
    public int dropOldCodes() {
        return em.createNativeQuery("delete from compliance.identity_code where sent_at < ?1")
                .setParameter(1, now().minus(A_DAY))
                .executeUpdate();
    }

    /** Requests by e-mail that were never proved: whoever sent them may not even be the address's owner. */
    @AcrossAccounts(because = "works for every account")
    public List<Found> unproved(int limit) {
        List<?> rows = em.createNativeQuery("select account_id, id from compliance.subject_request"
                        + " where state = 'IDENTITY' and channel = 'EMAIL' and received_at < ?1 limit ?2")
                .setParameter(1, now().minus(A_DAY))
                .setParameter(2, limit)
                .getResultList();
        return found(rows);
    }

    private static List<Found> found(List<?> rows) {
        return rows.stream()
                .map(row -> new Found(new AccountId((UUID) ((Object[]) row)[0]), (UUID) ((Object[]) row)[1]))
                .toList();
    }

    /** Erasures of more people than one transaction took: whoever is still linked is still to be erased. */
    @AcrossAccounts(because = "works for every account")
    public List<Found> begun(int limit) {
        return found(em.createNativeQuery("select r.account_id, r.id from compliance.subject_request r"
                        + " where r.state = 'IN_PROGRESS' and exists (select 1 from compliance.request_person p"
                        + " where p.account_id = r.account_id and p.request_id = r.id) order by r.received_at limit ?1")
                .setParameter(1, limit)
                .getResultList());
    }

    /** Erases the next portion and sends its receipts. */
    public void eraseNext(AccountId account, UUID id) {
        SubjectRequest request = RequestFiles.locked(em, account, id);
        if (request.state() == RequestState.IN_PROGRESS) {
            casework.eraseNext(em, request);
        }
    }

    /** Closes such a request and destroys what it says, the address above all. */
    public void giveUp(AccountId account, UUID id) {
        SubjectRequest request = RequestFiles.locked(em, account, id);
        if (request.state() == RequestState.IDENTITY) {
            request.cancel(clock.instant());
            intake.forgetWords(em, request);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
