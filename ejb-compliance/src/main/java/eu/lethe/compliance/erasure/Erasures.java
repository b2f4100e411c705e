package eu.lethe.compliance.erasure;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.proof.ReceiptCode;
import eu.lethe.compliance.recipients.ErasureNotices;
import eu.lethe.compliance.subjects.SubjectGone;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.tombstones.Tombstones;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Forgets people. {@link #erase} is the fence: when its transaction commits, in both databases or in neither, the keys are gone,
 * nobody can read or write anything about the person, and what is left to do is written down, store by store.
 */
@Stateless
@Interceptors(AccountScope.class)
public class Erasures {

    /** Generation of the key that a job seals what it must remember under; destroyed with the certificate. */
    static final int JOB_KEY = 1;

    /** Generation of the key of what a legal hold keeps; destroyed when the hold is released. */
    static final int HOLD_KEY = 2;

    static final String WORDS = "erasure.words";
    private static final int MOST_WORDS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Jsonb JSON = JsonbBuilder.create();

    @PersistenceContext
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    Vault vault;

    @Inject
    Tombstones tombstones;

    @Inject
    Plan plan;

    @Inject
    ErasureNotices notices;

    @Inject
    CommitDrill commitDrill;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    Event<Fenced> fenced;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Forgets the person at their own wish or for the application itself.
     *
     * @param request the subject request it answers
     * @throws SubjectGone if the person was erased, is being erased or has another generation (410)
     */
    public Receipt erase(Subject subject, Cause cause, @Nullable UUID request) {
        Receipt receipt = fence(subject.account(), subject.id(), cause, request);
        audit.recordOwn(subject.account(), AuditAction.SUBJECT_FORGOTTEN, subject.id());
        return receipt;
    }

    /**
     * Forgets the person for a member.
     *
     * @throws SubjectGone if the person was erased or is being erased (410)
     */
    public Receipt erase(Caller caller, UUID subject, Cause cause) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        Receipt receipt = fence(caller.account(), subject, cause, null);
        audit.record(caller, AuditAction.SUBJECT_FORGOTTEN, subject);
        return receipt;
    }

    private Receipt fence(AccountId account, UUID id, Cause cause, @Nullable UUID request) {
        commitDrill.join(CommitDrill.COMMITTING);
        FencedRows.show(em);
        Subject subject = subjects.fence(account, id);
        var job = UUID.randomUUID();
        var certificate = UUID.randomUUID();
        ReceiptCode code = ReceiptCode.fresh(RANDOM);
        SubjectKey own = vault.keyOf(subject);
        SubjectKey jobKey = vault.addKey(new Subject(account, job, JOB_KEY));
        byte[] words = jobKey.seal(WORDS, JSON.toJson(wordsOf(subject)));
        if (isHeld(subject)) {
            SubjectKey hold = vault.addKey(new Subject(account, job, HOLD_KEY));
            stores.forEach(store -> store.reseal(subject, own, hold));
        }
        insert(subject, cause, request, job, certificate, code.commitment(certificate), words);
        plan.write(account, job);
        notices.prepare(subject, job, jobKey);
        tombstones.add(account, id, job);
        vault.shred(List.of(id));
        FencedRows.hide(em);
        fenced.fire(new Fenced(account, id));
        commitDrill.join(CommitDrill.PREPARING);
        return new Receipt(job, certificate, code.text());
    }

    private Set<String> wordsOf(Subject subject) {
        var words = new LinkedHashSet<String>();
        for (PersonalDataStore store : stores) {
            if (store.people() == People.VISITORS) {
                store.recognisable(subject).stream()
                        .limit(Math.max(0, MOST_WORDS - words.size()))
                        .forEach(words::add);
            }
        }
        return words;
    }

    private boolean isHeld(Subject subject) {
        return (Boolean) em.createNativeQuery(
                        "select exists (select 1 from compliance.held where account_id = ?1 and subject_id = ?2)")
                .setParameter(1, subject.account().value())
                .setParameter(2, subject.id())
                .getSingleResult();
    }

    private void insert(
            Subject subject,
            Cause cause,
            @Nullable UUID request,
            UUID job,
            UUID certificate,
            byte[] commitment,
            byte[] words) {
        em.createNativeQuery(
                        "insert into compliance.erasure_job (id, account_id, cause, request_id, subject_id,"
                                + " generation, state, next_at, lease_until, received_at, fenced_at, certificate_id, commitment,"
                                + " sealed_words) values (?1, ?2, ?3, cast(?4 as uuid), ?5, ?6, 'FENCED', ?7, ?7, ?7, ?7, ?8, ?9, ?10)")
                .setParameter(1, job)
                .setParameter(2, subject.account().value())
                .setParameter(3, cause.name())
                .setParameter(4, request == null ? null : request.toString())
                .setParameter(5, subject.id())
                .setParameter(6, subject.generation())
                .setParameter(7, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(8, certificate)
                .setParameter(9, commitment)
                .setParameter(10, words)
                .executeUpdate();
    }
}
