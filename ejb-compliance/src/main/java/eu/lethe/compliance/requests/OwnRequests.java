package eu.lethe.compliance.requests;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.contacts.Contacts.ContactView;
import eu.lethe.compliance.contacts.Contacts.Correction;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.requests.SubjectRequests.Erased;
import eu.lethe.compliance.restrictions.Ground;
import eu.lethe.compliance.restrictions.Lifts;
import eu.lethe.compliance.restrictions.Origin;
import eu.lethe.compliance.restrictions.Restrictions;
import eu.lethe.compliance.subjects.Subjects;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What visitors ask about their own data. The token of their browser is the proof, and reaches as far as what that browser has
 * left. What needs nobody to decide is done at once.
 */
@Stateless
@Interceptors(AccountScope.class)
public class OwnRequests {

    /**
     * A request as its person sees it.
     *
     * @param refusal with the reasons and remedies in the request's language
     */
    public record OwnRequest(
            UUID id,
            RequestKind kind,
            RequestState state,
            @Nullable Outcome outcome,
            RequestClock clock,
            Caseload.@Nullable Extension extension,
            Caseload.@Nullable Refusal refusal,
            @Nullable String answer) {}

    /** @param once the same again files nothing */
    public record Asked(
            UUID once, RequestKind kind, @Nullable String text, String language) {}

    /** @param request the ledger's entry */
    public record Forgotten(UUID request, List<Erased> erased) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    Intake intake;

    @Inject
    Views views;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Contacts contacts;

    @Inject
    Restrictions restrictions;

    @Inject
    Lifts lifts;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Those it filed or that name it, the newest first; not those of whoever else has left the same address. @throws eu.lethe.compliance.subjects.SubjectGone (410) */
    public List<OwnRequest> list(Subject subject) {
        subjects.hold(subject);
        return em.createQuery(
                        "select r from SubjectRequest r, RequestPerson p where p.account = :account"
                                + " and p.subject = :subject and p.link = :named and r.id = p.request order by r.receivedAt desc, r.id",
                        SubjectRequest.class)
                .setParameter("account", subject.account().value())
                .setParameter("subject", subject.id())
                .setParameter("named", Link.NAMED)
                .getResultStream()
                .map(request -> views.own(em, request, Reach.BROWSER))
                .toList();
    }

    /**
     * Files a request; an objection or a withdrawal stops the processing at once.
     *
     * @throws UseOwnPath for ERASURE and RESTRICTION, which are not filed but done (409)
     */
    public OwnRequest file(Subject subject, Asked asked) {
        if (asked.kind() == RequestKind.ERASURE || asked.kind() == RequestKind.RESTRICTION) {
            throw new UseOwnPath();
        }
        String text = Intake.tidy(asked.text());
        byte[] once = intake.once(subject.account(), subject.id() + "|" + asked.once());
        Optional<SubjectRequest> again = intake.again(em, subject.account(), once);
        if (again.isPresent()) {
            subjects.hold(subject);
            return views.own(em, again.get(), Reach.BROWSER);
        }
        UUID id = UUID.randomUUID();
        fulfilment.stop(asked.kind(), id, List.of(subject));
        SubjectRequest request = received(subject, id, asked.kind(), asked.language(), once);
        intake.keep(em, request, new RequestWords.Said(null, text, null));
        RequestFiles.link(em, request, List.of(subject), Link.NAMED);
        if (isSelfService(asked.kind())) {
            done(request);
        }
        return views.own(em, request, Reach.BROWSER);
    }

    // The person downloads the rest without anybody's help.
    private static boolean isSelfService(RequestKind kind) {
        return kind == RequestKind.ACCESS || kind == RequestKind.PORTABILITY;
    }

    /** Takes an open request back; what it had stopped goes on. */
    public OwnRequest cancel(Subject subject, UUID id) {
        SubjectRequest request = RequestFiles.locked(em, subject.account(), id);
        if (!RequestFiles.named(em, request).contains(subject)) {
            throw new RequestNotFound();
        }
        request.cancel(clock.instant());
        fulfilment.goOn(request, RequestFiles.persons(em, request));
        audit.recordOwn(subject.account(), AuditAction.REQUEST_CANCELLED, id);
        return views.own(em, request, Reach.BROWSER);
    }

    /** Forgets the person: what an erasure says comes back, once. @throws eu.lethe.compliance.subjects.SubjectGone (410) */
    public Forgotten erase(Subject subject, String language) {
        UUID id = UUID.randomUUID();
        // The fence locks the person first; the ledger's entry names nobody and can follow.
        var receipts = fulfilment.erase(RequestKind.ERASURE, id, List.of(subject));
        SubjectRequest request = received(subject, id, RequestKind.ERASURE, language, null);
        request.carryingOut();
        audit.recordOwn(subject.account(), AuditAction.REQUEST_CARRIED_OUT, id);
        return new Forgotten(id, receipts.stream().map(Erased::of).toList());
    }

    /** Restricts the processing of the person's data (Art. 18 GDPR). */
    public void restrict(Subject subject, Ground ground, String language) {
        UUID id = UUID.randomUUID();
        restrictions.restrict(subject, ground, Origin.PERSON, id);
        record(subject, id, RequestKind.RESTRICTION, language);
    }

    /**
     * Ends what the person has restricted, at the person's wish.
     *
     * @return whether the data may be used again; if not, somebody else has restricted it, too
     * @throws eu.lethe.compliance.restrictions.RestrictionNotYours if only somebody else has (409)
     */
    public boolean lift(Subject subject) {
        return lifts.lift(subject);
    }

    /**
     * Puts the person's contact right (Art. 16 GDPR). The first time, when there was nothing to be wrong, is no request, nor is saying
     * the same again.
     */
    public ContactView correct(Subject subject, Correction correction, String language) {
        ContactView before = contacts.own(subject);
        UUID id = UUID.randomUUID();
        ContactView after = contacts.correct(subject, correction, id);
        if (before.changedAt() != null && !before.equals(after)) {
            record(subject, id, RequestKind.RECTIFICATION, language);
        }
        return after;
    }

    private void record(Subject subject, UUID id, RequestKind kind, String language) {
        SubjectRequest request = received(subject, id, kind, language, null);
        RequestFiles.link(em, request, List.of(subject), Link.NAMED);
        done(request);
    }

    private void done(SubjectRequest request) {
        request.done(Outcome.FULFILLED, clock.instant());
        audit.recordOwn(request.account(), AuditAction.REQUEST_CARRIED_OUT, request.id());
    }

    private SubjectRequest received(
            Subject subject, UUID id, RequestKind kind, String language, byte @Nullable [] once) {
        var now = clock.instant();
        var receipt = new SubjectRequest.Receipt(
                id, kind, Channel.WIDGET, RequestTexts.known(language), SubjectRequest.day(now));
        var request = SubjectRequest.received(subject.account(), receipt, once, now);
        request.identified(IdentityMeans.WIDGET_SESSION, now);
        em.persist(request);
        em.flush();
        audit.recordOwn(subject.account(), AuditAction.REQUEST_RECEIVED, id);
        return request;
    }
}
