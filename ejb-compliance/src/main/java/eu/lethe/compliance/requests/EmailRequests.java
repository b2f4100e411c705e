package eu.lethe.compliance.requests;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.requests.OwnRequests.OwnRequest;
import eu.lethe.compliance.requests.SubjectRequests.Erased;
import eu.lethe.compliance.restrictions.Ground;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests of people who no longer have the browser they wrote with, but the e-mail address they left. Up to the right code
 * everything is the same whether the address is known or not: nobody looks it up before.
 */
@Stateless
@Interceptors(AccountScope.class)
public class EmailRequests {

    public record Asked(
            String email, RequestKind kind, @Nullable String text, String language) {

        /** Never the address. */
        @Override
        public String toString() {
            return "request for " + kind;
        }
    }

    public record Waiting(UUID request, Instant expiresAt) {}

    /**
     * @param proof with which the person may download what they asked for, for half an hour
     * @param erased those of the first portion; of the rest the person hears by mail
     * @param portions of people, each in a file or transaction of its own
     */
    public record Proved(OwnRequest request, String proof, List<Erased> erased, int portions) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Intake intake;

    @Inject
    IdentityCodes codes;

    @Inject
    Proofs proofs;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Correspondence correspondence;

    @Inject
    Deliveries deliveries;

    @Inject
    Views views;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /**
     * Sends a code to the address.
     *
     * @throws InvalidFiling if it is no address (400)
     * @throws TooManyCodes if too many were sent (429)
     * @throws MailNotConfigured if none can be sent (503)
     */
    public Waiting ask(AccountId account, Asked asked) {
        EmailAddress address = EmailAddress.of(asked.email()).orElseThrow(InvalidFiling::email);
        String text = Intake.tidy(asked.text());
        Instant now = clock.instant();
        var receipt = new SubjectRequest.Receipt(
                UUID.randomUUID(),
                asked.kind(),
                Channel.EMAIL,
                RequestTexts.known(asked.language()),
                SubjectRequest.day(now));
        var request = SubjectRequest.received(account, receipt, null, now);
        em.persist(request);
        em.flush();
        // Whoever is refused a code here leaves no key behind in the vault, whose transactions are its own.
        var sent = intake.askForProof(request, address, IdentityCodes.Wish.PERSON);
        intake.keep(em, request, new RequestWords.Said(address, text, null));
        audit.recordOwn(account, AuditAction.REQUEST_RECEIVED, request.id());
        return new Waiting(request.id(), sent.expiresAt());
    }

    /**
     * Takes the code. What needs nobody to decide is done at once, for everybody known under the address.
     *
     * @throws CodeWrong if it is another, with tries left (403)
     * @throws CodeExpired if the code, or whatever it was for, is over (410)
     */
    public Proved prove(AccountId account, UUID id, String code) {
        IdentityCodes.Verdict verdict = codes.redeem(account, id, code);
        if (verdict == IdentityCodes.Verdict.WRONG) {
            throw new CodeWrong();
        }
        SubjectRequest request = verdict == IdentityCodes.Verdict.OVER
                ? null
                : RequestFiles.find(em, account, id).orElse(null);
        if (request == null || request.channel() != Channel.EMAIL || request.state() != RequestState.IDENTITY) {
            throw new CodeExpired();
        }
        request = RequestFiles.locked(em, account, id);
        EmailAddress address = RequestFiles.words(em, request)
                .map(words -> words.email(views.keyOf(words)))
                .orElse(null);
        List<Subject> people = intake.peopleWith(account, address);
        List<Erased> erased = carryOut(request, address, people);
        if (request.kind() == RequestKind.ERASURE) {
            intake.forgetUnlinked(em, request, address);
        }
        return new Proved(
                views.own(em, request, Reach.BROWSER),
                proofs.issue(account, id),
                erased,
                Portion.number(people.size()));
    }

    /** The people a proof speaks for. @throws ProofInvalid (401) */
    public List<Subject> people(AccountId account, UUID id, String proof) {
        proofs.mustBeValid(proof, account, id);
        return RequestFiles.find(em, account, id)
                .filter(request -> isDownload(request.kind()))
                .map(request -> RequestFiles.persons(em, request))
                .orElseThrow(RequestNotFound::new);
    }

    private List<Erased> carryOut(SubjectRequest request, @Nullable EmailAddress address, List<Subject> people) {
        if (request.kind() == RequestKind.ERASURE && address != null && !people.isEmpty()) {
            return erase(request, address, people);
        }
        if (request.kind() == RequestKind.RESTRICTION) {
            fulfilment.restrict(request, people, Ground.ACCURACY_CONTESTED);
        }
        intake.identified(em, request, IdentityMeans.EMAIL_CODE, people);
        if (people.isEmpty()) {
            done(request, Outcome.NOTHING_HELD);
            intake.forgetWords(em, request);
        } else if (isDownload(request.kind()) || request.kind() == RequestKind.RESTRICTION) {
            done(request, Outcome.FULFILLED);
        }
        return List.of();
    }

    // Nothing links the request to its people, who are gone with this; so what it says of them has to go here. The
    // receipt goes
    // by mail as well: nobody can ask again for an answer that is lost on the way.
    private List<Erased> erase(SubjectRequest request, EmailAddress address, List<Subject> people) {
        request.identified(IdentityMeans.EMAIL_CODE, clock.instant());
        request.carryingOut();
        var receipts = fulfilment.erase(request, Portion.first(people));
        em.flush();
        // The rest is erased by the timer, which finds it linked.
        if (Portion.rest(people).isEmpty()) {
            intake.forgetWords(em, request);
        } else {
            RequestFiles.link(em, request, Portion.rest(people), Link.FOUND_BY_ADDRESS);
        }
        deliveries.note(em, request, correspondence.erased(request, address, receipts, null));
        audit.recordOwn(request.account(), AuditAction.REQUEST_IDENTIFIED, request.id());
        audit.recordOwn(request.account(), AuditAction.REQUEST_CARRIED_OUT, request.id());
        return receipts.stream().map(Erased::of).toList();
    }

    private void done(SubjectRequest request, Outcome outcome) {
        request.done(outcome, clock.instant());
        audit.recordOwn(request.account(), AuditAction.REQUEST_CARRIED_OUT, request.id());
    }

    private static boolean isDownload(RequestKind kind) {
        return kind == RequestKind.ACCESS || kind == RequestKind.PORTABILITY;
    }
}
