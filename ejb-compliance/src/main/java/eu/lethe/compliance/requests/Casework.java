package eu.lethe.compliance.requests;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.erasure.Receipt;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.requests.Correspondence.Addressee;
import eu.lethe.compliance.requests.SubjectRequests.Carrying;
import eu.lethe.compliance.requests.SubjectRequests.Erased;
import eu.lethe.compliance.subjects.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How members' decisions take effect: on the data, on the words of the request, and in a letter to the person. */
@ApplicationScoped
class Casework {

    @Inject
    Intake intake;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Correspondence correspondence;

    @Inject
    Deliveries deliveries;

    @Inject
    Subjects subjects;

    @Inject
    Views views;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    void received(EntityManager em, SubjectRequest request, @Nullable UUID visitor, @Nullable EmailAddress address) {
        List<Subject> named = visitor == null
                ? List.of()
                : List.of(subjects.current(request.account(), visitor).orElseThrow(InvalidFiling::visitor));
        RequestFiles.link(em, request, named, Link.NAMED);
        if (address != null) {
            correspondence.received(request, new Addressee(address, named.isEmpty() ? null : named.get(0)));
        }
    }

    Optional<EmailAddress> address(EntityManager em, SubjectRequest request) {
        return RequestFiles.words(em, request).map(words -> words.email(views.keyOf(words)));
    }

    /** The visitor the request names and everybody known under its address. */
    void identified(EntityManager em, SubjectRequest request, IdentityMeans means) {
        List<Subject> named = RequestFiles.persons(em, request);
        List<Subject> known =
                intake.peopleWith(request.account(), address(em, request).orElse(null));
        if (means == IdentityMeans.EMAIL_CODE && !known.containsAll(named)) {
            throw new CodeNotEnough();
        }
        intake.identified(
                em,
                request,
                means,
                Stream.concat(named.stream(), known.stream())
                        .distinct()
                        .sorted(Subject.LOCKING_ORDER)
                        .toList());
    }

    Informed tellExtended(EntityManager em, SubjectRequest request, ExtensionGround ground) {
        return deliveries.note(
                em, request, addressee(em, request).flatMap(to -> correspondence.extended(request, to, ground)));
    }

    Informed refused(EntityManager em, SubjectRequest request, RefusalGround ground, @Nullable String explanation) {
        words(em, request, explanation).ifPresent(words -> words.explain(explanation, views.keyOf(words)));
        // Informed before it happens (Art. 18(3) GDPR): here, and in the panel of the person's browser.
        LocalDate on = Liftings.usualDay(clock.instant());
        boolean goesOn = fulfilment.goOnLater(request, RequestFiles.persons(em, request), on);
        return deliveries.note(
                em,
                request,
                addressee(em, request)
                        .flatMap(to -> correspondence.refused(request, to, ground, explanation, goesOn ? on : null)));
    }

    /** How the person hears of what was just done. */
    Informed told(EntityManager em, SubjectRequest request) {
        return request.letter() == null ? deliveries.withoutLetter(em, request) : Informed.WAITING;
    }

    void goOn(EntityManager em, SubjectRequest request) {
        fulfilment.goOn(request, RequestFiles.persons(em, request));
    }

    List<Erased> carryOut(EntityManager em, SubjectRequest request, Carrying how) {
        String answer = Intake.tidy(how.answer());
        List<Subject> people = RequestFiles.persons(em, request);
        if (people.isEmpty()) {
            Optional<EmailAddress> address = address(em, request);
            done(em, request, Outcome.NOTHING_HELD, answer);
            forget(em, request, address);
            return List.of();
        }
        if (erases(request.kind(), how)) {
            return erase(em, request, people, answer);
        }
        if (request.kind() == RequestKind.RESTRICTION) {
            fulfilment.restrict(request, people, how.ground());
        } else if (request.kind() == RequestKind.RECTIFICATION) {
            correct(em, request, how, answer);
        } else if (request.kind() == RequestKind.HUMAN_REVIEW && answer == null) {
            throw InvalidFiling.answer();
        }
        done(em, request, Outcome.FULFILLED, answer);
        return List.of();
    }

    private static boolean erases(RequestKind kind, Carrying how) {
        return switch (kind) {
            case ERASURE -> true;
            case OBJECTION, WITHDRAWAL -> !how.keep();
            default -> false;
        };
    }

    // Whoever has left the same address may be anybody: what is right about one is not written into another unasked.
    private void correct(EntityManager em, SubjectRequest request, Carrying how, @Nullable String answer) {
        Optional<Amendment> correction =
                RequestFiles.words(em, request).map(words -> words.correction(views.keyOf(words)));
        if (correction.isEmpty() && answer == null) {
            throw InvalidFiling.answer();
        }
        List<Subject> chosen = chosen(em, request, how.correcting());
        if (correction.isPresent() && chosen.isEmpty() && answer == null) {
            throw InvalidFiling.correcting();
        }
        correction.ifPresent(wanted -> fulfilment.correct(request, chosen, wanted));
    }

    private static List<Subject> chosen(EntityManager em, SubjectRequest request, @Nullable Set<UUID> correcting) {
        if (correcting == null) {
            return RequestFiles.named(em, request);
        }
        return RequestFiles.persons(em, request).stream()
                .filter(person -> correcting.contains(person.id()))
                .toList();
    }

    private void done(EntityManager em, SubjectRequest request, Outcome outcome, @Nullable String answer) {
        request.done(outcome, clock.instant());
        words(em, request, answer).ifPresent(words -> words.answer(answer, views.keyOf(words)));
        deliveries.note(
                em, request, addressee(em, request).flatMap(to -> correspondence.done(request, to, outcome, answer)));
    }

    // The address is read before the fence, behind which the request's words are gone as well.
    private List<Erased> erase(
            EntityManager em, SubjectRequest request, List<Subject> people, @Nullable String answer) {
        Optional<EmailAddress> address = address(em, request);
        // The rest is erased by the timer, or, if nobody can be sent its receipts, when the member says so again.
        if (Portion.rest(people).isEmpty() || address.isPresent() && correspondence.isPossible(request)) {
            request.carryingOut();
        }
        em.flush();
        List<Receipt> receipts = fulfilment.erase(request, Portion.first(people));
        intake.forgetUnlinked(em, request, address.orElse(null));
        Optional<UUID> letter = address.flatMap(to -> correspondence.erased(request, to, receipts, answer));
        deliveries.note(em, request, letter);
        return receipts.stream()
                .map(receipt -> letter.isPresent() ? Erased.withoutCode(receipt) : Erased.of(receipt))
                .toList();
    }

    // Nobody is known whom the words could go with.
    private void forget(EntityManager em, SubjectRequest request, Optional<EmailAddress> address) {
        em.flush();
        intake.forgetWords(em, request);
        if (request.kind() == RequestKind.ERASURE) {
            intake.forgetUnlinked(em, request, address.orElse(null));
        }
    }

    /** The next portion of an erasure under way, by the timer. */
    void eraseNext(EntityManager em, SubjectRequest request) {
        List<Subject> people = RequestFiles.persons(em, request);
        if (people.isEmpty()) {
            return;
        }
        Optional<EmailAddress> address = address(em, request);
        List<Receipt> receipts = fulfilment.erase(request, Portion.first(people));
        deliveries.note(em, request, address.flatMap(to -> correspondence.erased(request, to, receipts, null)));
        audit.recordOwn(request.account(), AuditAction.REQUEST_CARRIED_OUT, request.id());
    }

    private Optional<Addressee> addressee(EntityManager em, SubjectRequest request) {
        return address(em, request).map(address -> Addressee.of(address, RequestFiles.persons(em, request)));
    }

    // A request that came without a word has none until something is said to it.
    private Optional<RequestWords> words(EntityManager em, SubjectRequest request, @Nullable String said) {
        Optional<RequestWords> words = RequestFiles.words(em, request);
        if (words.isEmpty() && said != null) {
            return Optional.of(intake.emptyWords(em, request));
        }
        return words;
    }
}
