package eu.lethe.compliance.requests;

import eu.lethe.compliance.contacts.Contacts.Correction;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    Subjects subjects;

    @Inject
    Views views;

    @Inject
    Clock clock;

    void received(EntityManager em, SubjectRequest request, @Nullable UUID visitor, @Nullable EmailAddress address) {
        List<Subject> named = visitor == null
                ? List.of()
                : List.of(subjects.current(request.account(), visitor).orElseThrow(InvalidFiling::visitor));
        RequestFiles.link(em, request, named);
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
                        .sorted(Comparator.comparing(Subject::id))
                        .toList());
    }

    void tellExtended(EntityManager em, SubjectRequest request, ExtensionGround ground) {
        addressee(em, request).ifPresent(to -> correspondence.extended(request, to, ground));
    }

    void refused(EntityManager em, SubjectRequest request, RefusalGround ground, @Nullable String explanation) {
        words(em, request, explanation).ifPresent(words -> words.explain(explanation, views.keyOf(words)));
        // Told before it happens (Art. 18(3) GDPR): here, and in the panel of the person's browser.
        LocalDate on = Liftings.usualDay(clock.instant());
        boolean goesOn = fulfilment.goOnLater(request, RequestFiles.persons(em, request), on);
        addressee(em, request)
                .ifPresent(to -> correspondence.refused(request, to, ground, explanation, goesOn ? on : null));
    }

    void goOn(EntityManager em, SubjectRequest request) {
        fulfilment.goOn(request, RequestFiles.persons(em, request));
    }

    List<Erased> carryOut(EntityManager em, SubjectRequest request, Carrying how) {
        String answer = Intake.tidy(how.answer());
        List<Subject> people = RequestFiles.persons(em, request);
        if (people.isEmpty()) {
            done(em, request, Outcome.NOTHING_HELD, answer);
            return List.of();
        }
        if (erases(request.kind(), how)) {
            return erase(em, request, people, answer);
        }
        if (request.kind() == RequestKind.RESTRICTION) {
            fulfilment.restrict(request, people, how.ground());
        } else if (request.kind() == RequestKind.RECTIFICATION) {
            correct(em, request, people, answer);
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

    private void correct(EntityManager em, SubjectRequest request, List<Subject> people, @Nullable String answer) {
        Optional<Correction> correction =
                RequestFiles.words(em, request).map(words -> words.correction(views.keyOf(words)));
        if (correction.isEmpty() && answer == null) {
            throw InvalidFiling.answer();
        }
        correction.ifPresent(wanted -> fulfilment.correct(request, people, wanted));
    }

    private void done(EntityManager em, SubjectRequest request, Outcome outcome, @Nullable String answer) {
        request.done(outcome, clock.instant());
        words(em, request, answer).ifPresent(words -> words.answer(answer, views.keyOf(words)));
        addressee(em, request).ifPresent(to -> correspondence.done(request, to, outcome, answer));
    }

    // The address is read before the fence, behind which the request's words are gone as well.
    private List<Erased> erase(
            EntityManager em, SubjectRequest request, List<Subject> people, @Nullable String answer) {
        Optional<EmailAddress> address = address(em, request);
        request.carryingOut();
        em.flush();
        List<Receipt> receipts = fulfilment.erase(request, people);
        boolean mailed = address.map(to -> correspondence.erased(request, to, receipts, answer))
                .orElse(false);
        return receipts.stream()
                .map(receipt -> new Erased(receipt.certificate(), mailed ? null : receipt.code()))
                .toList();
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
