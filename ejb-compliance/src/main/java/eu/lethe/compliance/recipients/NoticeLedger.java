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
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Keeps the state of notices, each call a transaction of its own, so that nothing is held while a recipient is spoken to. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NoticeLedger {

    /**
     * A notice taken for one attempt.
     *
     * @param received when what it tells about happened
     */
    public record Attempt(
            AccountId account,
            UUID notice,
            NoticeKind kind,
            String url,
            NoticePerson person,
            Set<FieldClass> fields,
            Instant received) {}

    /** What a recipient may fetch about somebody. */
    public record Pull(Subject subject, UUID recipient, Set<FieldClass> fields) {}

    // Whoever is just being forgotten, restricted or corrected is passed over, and nobody waits for anybody.
    private static final String DUE = "select n.id from compliance.notice n where n.subject_id is null"
            + " and n.state in ('PENDING', 'TOLD', 'WAITING') and n.next_at <= ?1"
            + " order by n.next_at limit ?2 for update of n skip locked";
    private static final String DUE_OF_PEOPLE = "select n.id from compliance.notice n"
            + " join compliance.subject s on s.account_id = n.account_id and s.id = n.subject_id"
            + " where n.state in ('PENDING', 'TOLD', 'WAITING') and n.next_at <= ?1"
            + " order by n.next_at limit ?2 for share of s skip locked for update of n skip locked";

    @PersistenceContext
    EntityManager em;

    @Inject
    GivenTo given;

    @Inject
    Vault vault;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Takes what this job has to tell and nobody is telling at the moment. */
    public List<Attempt> takeFor(AccountId account, UUID job) {
        return taken(em.createNativeQuery("select n.id from compliance.notice n where n.account_id = ?1"
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
        var attempts = new ArrayList<Attempt>();
        for (String due : List.of(DUE, DUE_OF_PEOPLE)) {
            attempts.addAll(taken(em.createNativeQuery(due)
                    .setParameter(1, now())
                    .setParameter(2, atMost)
                    .getResultList()));
        }
        return attempts;
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
                .filter(told -> told.acknowledged(clock.instant(), clock.instant()))
                .ifPresent(told -> audit.recordOwn(told.account(), AuditAction.NOTICE_ACKNOWLEDGED, notice));
    }

    @AcrossAccounts(because = "a recipient knows the notice, not the account")
    public void refused(UUID notice) {
        found(notice).ifPresent(Notice::refused);
    }

    /** What the recipient of this notice may fetch; empty if there is no such notice, or it is closed. */
    @AcrossAccounts(because = "a recipient knows the notice, not the account")
    public Optional<Pull> pulled(UUID notice) {
        return found(notice)
                .flatMap(told -> told.subject()
                        .map(subject -> new Pull(subject, told.recipient(), told.pulled()))
                        .filter(pull -> !pull.fields().isEmpty()));
    }

    /** @param told when the member told the recipient */
    public void closedByHand(Caller caller, UUID notice, Instant told) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        Notice closed = find(caller.account(), notice).orElseThrow(NoticeNotFound::new);
        if (told.isBefore(closed.createdAt().truncatedTo(ChronoUnit.DAYS))) {
            throw new InvalidDisclosure("day", "Nobody was told before there was something to tell.");
        }
        if (closed.acknowledged(told, clock.instant())) {
            audit.record(caller, AuditAction.NOTICE_CLOSED_BY_HAND, notice);
        }
    }

    /** Whom the notice is about, for the member who tells the recipient; empty if nobody can say any more. */
    public Optional<NoticePerson> reference(Caller caller, UUID notice) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        Notice untold = find(caller.account(), notice).orElseThrow(NoticeNotFound::new);
        audit.record(caller, AuditAction.NOTICE_OPENED, notice);
        return person(untold);
    }

    public List<Told> ofJob(AccountId account, UUID job) {
        return told("Notice.ofJob", account, query -> query.setParameter("job", job));
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public List<Told> ofSubject(Subject subject) {
        return told("Notice.ofSubject", subject.account(), query -> query.setParameter("subject", subject.id()));
    }

    public List<Told> inStates(AccountId account, Collection<Told.State> states) {
        return told("Notice.open", account, query -> query.setParameter("states", states));
    }

    /** What a request led to: erasures, corrections, restrictions. */
    public List<Told> ofRequest(AccountId account, UUID request) {
        List<?> ids = em.createNativeQuery("select n.id from compliance.notice n where n.account_id = ?1"
                        + " and (n.request_id = ?2 or n.job_id in (select j.id from compliance.erasure_job j"
                        + " where j.account_id = ?1 and j.request_id = ?2)) order by n.created_at, n.id")
                .setParameter(1, account.value())
                .setParameter(2, request)
                .getResultList();
        return ids.stream()
                .map(id -> em.find(Notice.class, id))
                .map(notice -> notice.told(em.find(Recipient.class, notice.recipient())))
                .toList();
    }

    /** Shreds the job's key unless a notice still needs it. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void releaseKey(AccountId account, UUID job) {
        int needing = em.createNativeQuery("update compliance.notice set keeps_key = true"
                        + " where account_id = ?1 and job_id = ?2 and sealed_person is not null")
                .setParameter(1, account.value())
                .setParameter(2, job)
                .executeUpdate();
        if (needing == 0) {
            vault.shredOne(keyOwner(account, job));
        }
    }

    /** Shreds the keys that were kept for notices of which none is left to tell. */
    @AcrossAccounts(because = "notices are sent whoever they belong to")
    public void shredUnusedKeys() {
        List<?> released = em.createNativeQuery("update compliance.notice n set keeps_key = false"
                        + " where n.keeps_key and not exists (select 1 from compliance.notice other"
                        + " where other.job_id = n.job_id and other.sealed_person is not null)"
                        + " returning n.account_id, n.job_id")
                .getResultList();
        released.stream()
                .map(row -> (Object[]) row)
                .map(row -> keyOwner(new AccountId((UUID) row[0]), (UUID) row[1]))
                .distinct()
                .forEach(vault::shredOne);
    }

    private static Subject keyOwner(AccountId account, UUID job) {
        return ErasureKeys.ofJob(account, job);
    }

    private List<Attempt> taken(List<?> ids) {
        Instant now = clock.instant();
        var taken = new LinkedHashMap<Notice, String>();
        for (Object id : ids) {
            Notice notice = em.find(Notice.class, id);
            notice.timePassed(now);
            if (notice.delivery().isPending()) {
                take(notice, now).ifPresent(url -> taken.put(notice, url));
            }
        }
        // Written while every account shows: whom they are about is asked account by account.
        em.flush();
        var attempts = new ArrayList<Attempt>();
        taken.forEach((notice, url) -> attempt(notice, url).ifPresent(attempts::add));
        return attempts;
    }

    private Optional<String> take(Notice notice, Instant now) {
        String url = em.find(Recipient.class, notice.recipient()).details().noticeUrl();
        if (url == null) {
            notice.lostAddress();
        } else {
            notice.attempted(now);
        }
        return Optional.ofNullable(url);
    }

    // A notice whose key is gone is tried again until its time is over, for a vault may come back.
    private Optional<Attempt> attempt(Notice notice, String url) {
        return person(notice)
                .map(person -> new Attempt(
                        notice.account(),
                        notice.id(),
                        notice.kind(),
                        url,
                        person,
                        notice.fields(),
                        notice.createdAt()));
    }

    private Optional<NoticePerson> person(Notice notice) {
        Optional<Subject> subject = notice.subject();
        if (subject.isPresent()) {
            List<String> references = given.references(subject.get(), notice.recipient());
            return Optional.of(new NoticePerson(subject.get().id(), null, references));
        }
        return notice.sealedPerson()
                .flatMap(known -> notice.job()
                        .flatMap(job -> NoticePerson.opened(known, vault.keyOf(keyOwner(notice.account(), job)))));
    }

    private List<Told> told(String query, AccountId account, UnaryOperator<TypedQuery<Object[]>> narrowed) {
        return narrowed.apply(em.createNamedQuery(query, Object[].class).setParameter("account", account.value()))
                .getResultStream()
                .map(row -> ((Notice) row[0]).told((Recipient) row[1]))
                .toList();
    }

    private Optional<Notice> find(AccountId account, UUID notice) {
        return found(notice).filter(one -> one.account().equals(account));
    }

    // The person first, then the notice: whoever restricts or corrects locks them in this order.
    private Optional<Notice> found(UUID id) {
        em.createNativeQuery("select 1 from compliance.subject s join compliance.notice n"
                        + " on n.account_id = s.account_id and n.subject_id = s.id where n.id = ?1 for share of s")
                .setParameter(1, id)
                .getResultList();
        return Optional.ofNullable(em.find(Notice.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
