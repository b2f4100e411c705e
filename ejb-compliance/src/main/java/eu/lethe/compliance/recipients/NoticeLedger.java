package eu.lethe.compliance.recipients;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.ErasureKeys;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the state of notices, each call a transaction of its own, so that nothing is held while a recipient is spoken to. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NoticeLedger {

    /**
     * A notice taken for one attempt.
     *
     * @param received when the person's erasure began
     */
    public record Attempt(
            AccountId account, UUID notice, UUID job, String url, byte[] sealedPerson, Instant received) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** Takes what this job has to tell and nobody is telling at the moment. */
    public List<Attempt> takeFor(AccountId account, UUID job) {
        return taken(em.createNativeQuery("select n.id from compliance.erasure_notice n where n.account_id = ?1"
                        + " and n.job_id = ?2 and n.state = 'PENDING' and (n.tries = 0 or n.next_at <= ?3)"
                        + " for update skip locked")
                .setParameter(1, account.value())
                .setParameter(2, job)
                .setParameter(3, now())
                .getResultList());
    }

    /** Takes what is due, whoever it belongs to, and lets time do its part. */
    @AcrossAccounts(because = "notices are sent whoever they belong to")
    public List<Attempt> takeDue(int atMost) {
        return taken(em.createNativeQuery("select n.id from compliance.erasure_notice n"
                        + " where n.state in ('PENDING', 'TOLD', 'WAITING') and n.next_at <= ?1"
                        + " order by n.next_at limit ?2 for update skip locked")
                .setParameter(1, now())
                .setParameter(2, atMost)
                .getResultList());
    }

    public void delivered(AccountId account, UUID notice) {
        find(account, notice).ifPresent(told -> told.delivered(clock.instant()));
    }

    /** @param code the kind of failure, never what the recipient said */
    public void failed(AccountId account, UUID notice, String code) {
        find(account, notice).ifPresent(untold -> untold.failed(code, clock.instant()));
    }

    @AcrossAccounts(because = "a recipient knows the notice, not the account")
    public void acknowledged(UUID notice) {
        found(notice)
                .filter(told -> told.acknowledged(clock.instant()))
                .ifPresent(told -> audit.recordOwn(told.account(), AuditAction.NOTICE_ACKNOWLEDGED, notice));
    }

    @AcrossAccounts(because = "a recipient knows the notice, not the account")
    public void refused(UUID notice) {
        found(notice).ifPresent(ErasureNotice::refused);
    }

    public void closedByHand(Caller caller, UUID notice) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        ErasureNotice told = find(caller.account(), notice).orElseThrow(NoticeNotFound::new);
        if (told.acknowledged(clock.instant())) {
            audit.record(caller, AuditAction.NOTICE_CLOSED_BY_HAND, notice);
        }
    }

    public List<Told> ofJob(AccountId account, UUID job) {
        return em.createNamedQuery("ErasureNotice.ofJob", Object[].class)
                .setParameter("account", account.value())
                .setParameter("job", job)
                .getResultStream()
                .map(row -> ((ErasureNotice) row[0]).told((Recipient) row[1]))
                .toList();
    }

    public List<Told> inStates(AccountId account, Collection<Told.State> states) {
        return em.createNamedQuery("ErasureNotice.open", Object[].class)
                .setParameter("account", account.value())
                .setParameter("states", states)
                .getResultStream()
                .map(row -> ((ErasureNotice) row[0]).told((Recipient) row[1]))
                .toList();
    }

    /** Shreds the job's key unless a notice still needs it. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void releaseKey(AccountId account, UUID job) {
        int needing = em.createNativeQuery("update compliance.erasure_notice set keeps_key = true"
                        + " where account_id = ?1 and job_id = ?2 and state = 'PENDING'")
                .setParameter(1, account.value())
                .setParameter(2, job)
                .executeUpdate();
        if (needing == 0) {
            vault.shredOne(keyOwner(account, job));
        }
    }

    /** Shreds the keys that were kept for notices of which none is left to send. */
    @AcrossAccounts(because = "notices are sent whoever they belong to")
    public void shredUnusedKeys() {
        List<?> released = em.createNativeQuery("update compliance.erasure_notice n set keeps_key = false"
                        + " where n.keeps_key and not exists (select 1 from compliance.erasure_notice other"
                        + " where other.job_id = n.job_id and other.state = 'PENDING')"
                        + " returning n.account_id, n.job_id")
                .getResultList();
        released.stream()
                .map(row -> (Object[]) row)
                .map(row -> keyOwner(new AccountId((UUID) row[0]), (UUID) row[1]))
                .distinct()
                .forEach(vault::shredOne);
    }

    static Subject keyOwner(AccountId account, UUID job) {
        return ErasureKeys.ofJob(account, job);
    }

    private List<Attempt> taken(List<?> ids) {
        Instant now = clock.instant();
        var attempts = new ArrayList<Attempt>();
        for (Object id : ids) {
            ErasureNotice notice = em.find(ErasureNotice.class, id);
            notice.timePassed(now);
            if (notice.isPending()) {
                attempt(notice, now).ifPresent(attempts::add);
            }
        }
        return attempts;
    }

    private Optional<Attempt> attempt(ErasureNotice notice, Instant now) {
        String url = em.find(Recipient.class, notice.recipient()).details().noticeUrl();
        if (url == null) {
            notice.lostAddress();
            return Optional.empty();
        }
        notice.attempted(now);
        return Optional.of(new Attempt(
                notice.account(), notice.id(), notice.job(), url, notice.sealedPerson(), notice.createdAt()));
    }

    private Optional<ErasureNotice> find(AccountId account, UUID notice) {
        return found(notice).filter(one -> one.account().equals(account));
    }

    private Optional<ErasureNotice> found(UUID notice) {
        return Optional.ofNullable(em.find(ErasureNotice.class, notice, LockModeType.PESSIMISTIC_WRITE));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
