package eu.lethe.compliance.requests;

import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.requests.Caseload.Action;
import eu.lethe.compliance.requests.Caseload.Delivery;
import eu.lethe.compliance.requests.Caseload.Details;
import eu.lethe.compliance.requests.Caseload.Extension;
import eu.lethe.compliance.requests.Caseload.Refusal;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens requests, for the person and for members. */
@ApplicationScoped
class Views {

    @Inject
    Vault vault;

    @Inject
    Deliveries deliveries;

    @Inject
    Clock clock;

    OwnRequests.OwnRequest own(EntityManager em, SubjectRequest request, Reach reach) {
        Optional<RequestWords> words = RequestFiles.words(em, request).filter(reach::opens);
        @Nullable SubjectKey key = words.map(this::keyOf).orElse(null);
        return new OwnRequests.OwnRequest(
                request.id(),
                request.kind(),
                request.state(),
                request.row(clock.instant()).outcome(),
                request.clock(clock.instant()),
                extension(request),
                refusal(request, words, key),
                key == null ? null : words.map(said -> said.answer(key)).orElse(null));
    }

    Details details(EntityManager em, SubjectRequest request, Caller caller) {
        Optional<RequestWords> words = RequestFiles.words(em, request);
        @Nullable SubjectKey key = words.map(this::keyOf).orElse(null);
        var email = key == null ? null : words.map(said -> said.email(key)).orElse(null);
        return new Details(
                request.row(clock.instant()),
                request.language(),
                email == null ? null : email.text(),
                key == null ? null : words.map(said -> said.text(key)).orElse(null),
                key == null ? null : words.map(said -> said.correction(key)).orElse(null),
                key == null ? null : words.map(said -> said.answer(key)).orElse(null),
                RequestFiles.persons(em, request).stream().map(Subject::id).toList(),
                extension(request),
                refusal(request, words, key),
                delivery(em, request, words, key),
                codeSentAt(em, request),
                actions(request, caller, email != null),
                Stream.of(RefusalGround.values())
                        .filter(request::mayBeRefusedOn)
                        .toList());
    }

    @Nullable
    String email(EntityManager em, SubjectRequest request, Reach reach) {
        var email = RequestFiles.words(em, request)
                .filter(reach::opens)
                .map(words -> words.email(keyOf(words)))
                .orElse(null);
        return email == null ? null : email.text();
    }

    @Nullable
    String text(EntityManager em, SubjectRequest request, Reach reach) {
        return RequestFiles.words(em, request)
                .filter(reach::opens)
                .map(words -> words.text(keyOf(words)))
                .orElse(null);
    }

    Optional<Amendment> correction(EntityManager em, SubjectRequest request, Reach reach) {
        return RequestFiles.words(em, request).filter(reach::opens).map(words -> words.correction(keyOf(words)));
    }

    SubjectKey keyOf(RequestWords words) {
        return vault.keyOf(words.owner());
    }

    private static @Nullable Extension extension(SubjectRequest request) {
        ExtensionGround ground = request.extensionGround();
        return ground == null
                ? null
                : new Extension(
                        request.dueOn(),
                        ground,
                        RequestTexts.in(request.language()).ground(ground));
    }

    private static @Nullable Refusal refusal(
            SubjectRequest request, Optional<RequestWords> words, @Nullable SubjectKey key) {
        RefusalGround ground = request.refusalGround();
        if (ground == null) {
            return null;
        }
        RequestTexts texts = RequestTexts.in(request.language());
        return new Refusal(
                ground,
                texts.ground(ground, request.kind()),
                key == null ? null : words.map(said -> said.explanation(key)).orElse(null),
                texts.remedy());
    }

    private @Nullable Delivery delivery(
            EntityManager em, SubjectRequest request, Optional<RequestWords> words, @Nullable SubjectKey key) {
        return deliveries.of(
                em,
                request,
                key == null ? null : words.map(said -> said.answer(key)).orElse(null),
                key == null ? null : words.map(said -> said.explanation(key)).orElse(null));
    }

    private static @Nullable Instant codeSentAt(EntityManager em, SubjectRequest request) {
        return em.createQuery(
                        "select c.sentAt from IdentityCode c where c.account = :account and c.request = :request"
                                + " order by c.sentAt desc",
                        Instant.class)
                .setParameter("account", request.account().value())
                .setParameter("request", request.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    private Set<Action> actions(SubjectRequest request, Caller caller, boolean reachable) {
        var actions = EnumSet.noneOf(Action.class);
        boolean identity = request.state() == RequestState.IDENTITY;
        boolean decidable = identity || request.state() == RequestState.OPEN;
        if (!decidable || !caller.isAny(Role.OWNER, Role.ADMIN, Role.DPO)) {
            return actions;
        }
        actions.add(Action.REFUSE);
        actions.add(Action.CANCEL);
        actions.add(identity ? Action.CONFIRM : Action.CARRY_OUT);
        if (identity && reachable) {
            actions.add(Action.SEND_CODE);
        }
        if (request.mayBeExtended(clock.instant())) {
            actions.add(Action.EXTEND);
        }
        return actions;
    }
}
