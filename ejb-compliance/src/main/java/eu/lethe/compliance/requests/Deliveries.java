package eu.lethe.compliance.requests;

import eu.lethe.compliance.mail.LetterState;
import eu.lethe.compliance.mail.Mailbox;
import eu.lethe.compliance.requests.Caseload.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows whether the person heard of a decision: an answer that reached nobody is none (Art. 12(3), (4) GDPR). */
@ApplicationScoped
class Deliveries {

    @Inject
    Mailbox mailbox;

    @Inject
    Correspondence correspondence;

    @Inject
    Clock clock;

    /** Notes that there was something to tell, and the letter that tells it, if one left. */
    Informed note(EntityManager em, SubjectRequest request, Optional<UUID> letter) {
        request.told(letter.orElse(null), clock.instant());
        return letter.isPresent() ? Informed.WAITING : withoutLetter(em, request);
    }

    /** How the last news reached the person, and what is to be handed over if it did not; null if there was none or nobody knows any more. */
    @Nullable
    Delivery of(EntityManager em, SubjectRequest request, @Nullable String answer, @Nullable String explanation) {
        if (!request.wasTold()) {
            return null;
        }
        return told(em, request)
                .map(told -> new Delivery(
                        told, told.isUpToSomebody() ? correspondence.toHandOver(request, answer, explanation) : null))
                .orElse(null);
    }

    private Optional<Informed> told(EntityManager em, SubjectRequest request) {
        UUID letter = request.letter();
        return letter == null
                ? Optional.of(withoutLetter(em, request))
                : mailbox.state(request.account(), letter)
                        .map(LetterState::name)
                        .map(Informed::valueOf);
    }

    Informed withoutLetter(EntityManager em, SubjectRequest request) {
        boolean reads = request.channel() == Channel.WIDGET
                && !RequestFiles.persons(em, request).isEmpty();
        return reads ? Informed.IN_PANEL : Informed.NOT_SENT;
    }
}
