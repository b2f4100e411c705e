package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.recipients.GivenTo.Sent;
import eu.lethe.compliance.vault.SubjectKey;
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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides, in the transaction that forgets, corrects or restricts a person, who has to be told about it and how. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class NoticePlan {

    private static final Set<Told.State> UNTOLD = EnumSet.of(Told.State.PENDING, Told.State.BY_HAND);

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    GivenTo given;

    @Inject
    Clock clock;

    /** One notice for each recipient that is or may have been given something, or says that it was not. */
    public void erased(Subject subject, UUID job, SubjectKey jobKey) {
        Instant now = clock.instant();
        Instant lastAsked = lastSubmission(subject);
        for (Recipient recipient : announced(subject)) {
            Sent sent = sentTo(subject, recipient, EnumSet.allOf(FieldClass.class), lastAsked);
            if (sent.copies() > 0 || recipient.isActive(now)) {
                var notice = Notice.ofErasure(subject.account(), job, recipient.id(), sent.copies(), now);
                boolean named = UNTOLD.contains(stateOf(recipient.details(), sent, now));
                em.persist(decided(notice, recipient, sent, null, named ? person(subject, recipient, jobKey) : null));
            }
        }
        em.flush();
    }

    /**
     * The same for one conversation: of a model what it was asked in it, of others any transcript they were given. A notice by
     * OpenDSR has everything about the person erased, who stays: a member tells them which conversation it is.
     */
    public void erased(Talk talk, UUID job, SubjectKey jobKey) {
        Instant now = clock.instant();
        Instant lastAsked = lastSubmission(talk.subject());
        for (Recipient recipient : announced(talk.subject())) {
            Sent sent = withCallsLost(given.copies(talk, recipient.id()), recipient, lastAsked);
            if (sent.copies() > 0 || recipient.isActive(now)) {
                var notice = Notice.ofErasure(talk.account(), job, recipient.id(), sent.copies(), now);
                em.persist(decided(notice, talk, recipient, sent, jobKey));
            }
        }
        em.flush();
    }

    private Notice decided(Notice notice, Talk talk, Recipient recipient, Sent sent, SubjectKey jobKey) {
        Told.State state = stateOf(recipient.details(), sent, clock.instant());
        Instant until = sent.keptUntil();
        if (!UNTOLD.contains(state) && state != Told.State.WAITING) {
            return notice.settled(state);
        }
        if (until != null) {
            return notice.waiting(until);
        }
        List<String> references = given.references(talk.subject(), recipient.id());
        var person = new NoticePerson(talk.subject().id(), talk.conversation(), references);
        return notice.byHand(person.sealed(jobKey));
    }

    /** One notice for each recipient that still has something the matter is about; nobody else needs to know (Art. 19 GDPR). */
    public void happened(Subject subject, Matter matter) {
        Instant lastAsked = matter.kind() == NoticeKind.RECTIFICATION ? null : lastSubmission(subject);
        for (Recipient recipient : announced(subject)) {
            Set<FieldClass> wanted = matter.fields().isEmpty() ? EnumSet.allOf(FieldClass.class) : matter.fields();
            Set<FieldClass> known = given.of(subject, recipient.id(), wanted);
            Sent sent = sentTo(subject, recipient, wanted, lastAsked);
            if (isWorthTelling(recipient, sent, matter.kind())) {
                tell(subject, matter.fields().isEmpty() ? matter : matter.of(known), recipient, sent);
            }
        }
        em.flush();
    }

    private boolean isWorthTelling(Recipient recipient, Sent sent, NoticeKind kind) {
        return switch (stateOf(recipient.details(), sent, clock.instant())) {
            case PENDING, BY_HAND -> true;
            // Not told, but on record: it keeps what it has in spite of the restriction, until it drops it.
            case WAITING -> kind == NoticeKind.RESTRICTION;
            default -> false;
        };
    }

    private void tell(Subject subject, Matter matter, Recipient recipient, Sent sent) {
        Instant now = clock.instant();
        List<Notice> before = untold(subject, recipient, matter.kind());
        before.forEach(Notice::superseded);
        boolean arrived = before.stream().anyMatch(notice -> notice.delivery().mayHaveArrived());
        boolean undone = before.stream().anyMatch(notice -> notice.kind() != matter.kind());
        if (undone && !arrived) {
            // Of a restriction that it never heard of it need not hear that it is over, nor the other way round.
            return;
        }
        Set<FieldClass> fields = EnumSet.noneOf(FieldClass.class);
        fields.addAll(matter.fields());
        before.forEach(notice -> fields.addAll(notice.fields()));
        var notice = Notice.about(subject, matter.of(fields), recipient.id(), sent.copies(), now);
        em.persist(decided(notice, recipient, sent, arrived ? now.plus(Delivery.LEASE) : null, null));
    }

    // The rows are locked, so that no attempt begins with what is superseded.
    private List<Notice> untold(Subject subject, Recipient recipient, NoticeKind kind) {
        return em.createNamedQuery("Notice.untold", Notice.class)
                .setParameter("account", subject.account().value())
                .setParameter("subject", subject.id())
                .setParameter("recipient", recipient.id())
                .setParameter("states", UNTOLD)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .filter(notice -> notice.kind().isAboutTheSameAs(kind))
                .toList();
    }

    private Notice decided(
            Notice notice, Recipient recipient, Sent sent, @Nullable Instant from, byte @Nullable [] sealedPerson) {
        Instant until = sent.keptUntil();
        Told.State state = stateOf(recipient.details(), sent, clock.instant());
        return switch (state) {
            case PENDING -> notice.pending(sealedPerson, from);
            case BY_HAND -> notice.byHand(sealedPerson);
            case WAITING -> notice.waiting(until == null ? clock.instant() : until);
            default -> notice.settled(state);
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

    private Sent sentTo(Subject subject, Recipient recipient, Set<FieldClass> fields, @Nullable Instant lastAsked) {
        return withCallsLost(given.copies(subject, recipient.id(), fields), recipient, lastAsked);
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
        return new NoticePerson(subject.id(), null, given.references(subject, recipient.id())).sealed(jobKey);
    }
}
