package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides, while a person is being fenced, who has to be told about it and how. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class NoticePlan {

    /** @param keptUntil when the last copy will have been dropped, or null if it is kept until told otherwise */
    private record Sent(int copies, @Nullable Instant keptUntil) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** One notice for each recipient that is or may have been given something, or says that it was not. */
    public void make(Subject subject, UUID job, SubjectKey jobKey) {
        Instant now = clock.instant();
        Instant lastAsked = lastSubmission(subject);
        for (Recipient recipient : announced(subject)) {
            Sent sent = sentTo(subject, null, recipient, lastAsked);
            if (sent.copies() > 0 || recipient.isActive(now)) {
                em.persist(notice(subject, job, recipient, sent, jobKey, now));
            }
        }
        em.flush();
    }

    /**
     * The same for one conversation: of a model what it was asked in it, of others any transcript they were given. A notice by
     * OpenDSR has everything about the person erased, who stays: a member tells them which conversation it is.
     */
    public void make(Talk talk, UUID job) {
        Instant now = clock.instant();
        Instant lastAsked = lastSubmission(talk.subject());
        for (Recipient recipient : announced(talk.subject())) {
            Sent sent = sentTo(talk.subject(), talk, recipient, lastAsked);
            if (sent.copies() > 0 || recipient.isActive(now)) {
                em.persist(notice(talk, job, recipient, sent, now));
            }
        }
        em.flush();
    }

    private ErasureNotice notice(Talk talk, UUID job, Recipient recipient, Sent sent, Instant now) {
        Told.State state = stateOf(recipient.details(), sent, now);
        Instant until = sent.keptUntil();
        if (until != null && (state == Told.State.WAITING || state == Told.State.PENDING)) {
            return ErasureNotice.waiting(talk.account(), job, recipient.id(), sent.copies(), until, now);
        }
        return ErasureNotice.settled(
                talk.account(),
                job,
                recipient.id(),
                sent.copies(),
                state == Told.State.PENDING ? Told.State.BY_HAND : state,
                now);
    }

    private ErasureNotice notice(
            Subject subject, UUID job, Recipient recipient, Sent sent, SubjectKey jobKey, Instant now) {
        Told.State state = stateOf(recipient.details(), sent, now);
        return switch (state) {
            case PENDING ->
                ErasureNotice.pending(
                        subject.account(), job, recipient.id(), sent.copies(), person(subject, recipient, jobKey), now);
            case WAITING -> {
                Instant until = sent.keptUntil();
                yield ErasureNotice.waiting(
                        subject.account(), job, recipient.id(), sent.copies(), until == null ? now : until, now);
            }
            default -> ErasureNotice.settled(subject.account(), job, recipient.id(), sent.copies(), state, now);
        };
    }

    static Told.State stateOf(RecipientDetails recipient, int copies, @Nullable Instant keptUntil, Instant now) {
        if (copies == 0) {
            return Told.State.NOTHING_SENT;
        }
        if (keptUntil != null && !keptUntil.isAfter(now)) {
            return Told.State.NOTHING_KEPT;
        }
        if (recipient.noticeUrl() != null) {
            return Told.State.PENDING;
        }
        return keptUntil == null ? Told.State.BY_HAND : Told.State.WAITING;
    }

    private static Told.State stateOf(RecipientDetails recipient, Sent sent, Instant now) {
        return stateOf(recipient, sent.copies(), sent.keptUntil(), now);
    }

    private List<Recipient> announced(Subject subject) {
        return em.createNamedQuery("Recipient.all", Recipient.class)
                .setParameter("account", subject.account().value())
                .getResultStream()
                .filter(recipient -> recipient.stateAt(clock.instant()) != RecipientState.DRAFT)
                .toList();
    }

    private Sent sentTo(Subject subject, @Nullable Talk talk, Recipient recipient, @Nullable Instant lastAsked) {
        Object[] row = (Object[]) em.createNativeQuery("select count(*),"
                        + " bool_or(coalesce(d.retention_days, r.retention_days) is null),"
                        + " max(d.sent_at + make_interval(days => coalesce(d.retention_days, r.retention_days)))"
                        + " from compliance.disclosure d join compliance.recipient r on r.id = d.recipient_id"
                        + " where d.account_id = ?1 and d.subject_id = ?2 and d.recipient_id = ?3 and d.state <> 'FAILED'"
                        + " and (cast(?4 as uuid[]) is null or d.answer_id = any (cast(?4 as uuid[]))"
                        + " or 'TRANSCRIPT' = any (string_to_array(d.fields, ',')))")
                .setParameter(1, subject.account().value())
                .setParameter(2, subject.id())
                .setParameter(3, recipient.id())
                .setParameter(4, talk == null ? null : UuidArray.of(talk.entries()))
                .getSingleResult();
        int copies = ((Number) row[0]).intValue();
        Instant until = Boolean.TRUE.equals(row[1]) || row[2] == null ? null : Columns.instant(row[2]);
        return withCallsLost(new Sent(copies, until), recipient, lastAsked);
    }

    // The receipt of a model call is stored with the answer, and the fence or a crash may have come between: the last
    // question
    // of a person counts as sent to an active model, whether or not there is a receipt.
    private Sent withCallsLost(Sent sent, Recipient recipient, @Nullable Instant lastAsked) {
        RecipientDetails details = recipient.details();
        Integer days = details.retentionDays();
        boolean model = details.category() == RecipientCategory.MODEL_PROVIDER && recipient.isActive(clock.instant());
        if (!model || lastAsked == null || days == null) {
            return sent;
        }
        Instant possibly = lastAsked.plus(Duration.ofDays(days));
        Instant until = sent.keptUntil();
        return new Sent(Math.max(1, sent.copies()), until == null || until.isBefore(possibly) ? possibly : until);
    }

    private @Nullable Instant lastSubmission(Subject subject) {
        Object last = em.createNativeQuery(
                        "select last_submission_at from compliance.subject where account_id = ?1 and id = ?2")
                .setParameter(1, subject.account().value())
                .setParameter(2, subject.id())
                .getSingleResult();
        return last == null ? null : Columns.instant(last);
    }

    private byte[] person(Subject subject, Recipient recipient, SubjectKey jobKey) {
        SubjectKey own = vault.keyOf(subject);
        List<?> sealed = em.createNativeQuery("select distinct sealed_ref from compliance.disclosure"
                        + " where account_id = ?1 and subject_id = ?2 and recipient_id = ?3 and sealed_ref is not null"
                        + " and state <> 'FAILED'")
                .setParameter(1, subject.account().value())
                .setParameter(2, subject.id())
                .setParameter(3, recipient.id())
                .getResultList();
        var references = sealed.stream()
                .map(one -> Disclosure.opened((byte[]) one, own))
                .distinct()
                .sorted()
                .toList();
        return new ForgottenPerson(subject.id(), references).sealed(jobKey);
    }
}
