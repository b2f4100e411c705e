package eu.lethe.widget.visitors;

import eu.lethe.chat.conversations.Conversations;
import eu.lethe.chat.conversations.MessageIdTaken;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.chat.visitors.VisitorTokens;
import eu.lethe.chat.visitors.Visitors;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.widget.streams.EventPosition;
import eu.lethe.widget.streams.RunningAnswer;
import eu.lethe.widget.streams.RunningAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Takes messages and streams their answers; lets a visitor whose connection broke listen on. */
@ApplicationScoped
class AnswerStreams {

    @Inject
    Admission admission;

    @Inject
    Bodies bodies;

    @Inject
    Limits limits;

    @Inject
    RunningAnswers running;

    @Inject
    Recall recall;

    @Inject
    VisitorTokens tokens;

    @Inject
    Visitors visitors;

    @Inject
    Conversations conversations;

    private final Set<UUID> beingHeard = ConcurrentHashMap.newKeySet();

    void message(PublishedSite site, HttpServletRequest request, HttpServletResponse response) throws IOException {
        limits.message(request);
        var body = bodies.read(request, MessageBody.class);
        var visitor = admission.visitor(request, site);
        visitor.ifPresent(limits::message);
        UUID id = body.messageId();
        if (!beingHeard.add(id)) {
            throw new MessageIdTaken();
        }
        RunningAnswer answer;
        try {
            var known = running.to(id);
            answer = known.isPresent() ? own(known.get(), site, visitor, body) : heard(site, visitor, body);
        } finally {
            beingHeard.remove(id);
        }
        tell(answer, EventPosition.START, request, response);
    }

    // A first message whose answer was lost on the way comes again without a token. Its id proves nothing, as members
    // and
    // programs read it in the transcript; so its page's secret has to.
    private static RunningAnswer own(
            RunningAnswer known, PublishedSite site, Optional<Subject> visitor, MessageBody body) {
        boolean sameVisitor =
                visitor.map(known.turn().subject()::equals).orElseGet(() -> known.isBegunWith(body.secretId()));
        if (!sameVisitor || !known.turn().site().equals(site.id())) {
            throw new MessageIdTaken();
        }
        return known;
    }

    private RunningAnswer heard(PublishedSite site, Optional<Subject> visitor, MessageBody body) {
        var utterance = body.utterance(site);
        UUID conversation = body.conversationId();
        Subject subject = visitor.orElseGet(() -> visitors.welcome(site, utterance.language()));
        Turn turn = conversations.hear(subject, site, conversation, utterance);
        String token = tokens.issue(subject, site);
        if (body.mayBeKnown()) {
            var given = recall.answer(subject, site, turn.conversation(), turn.answer());
            if (given.isPresent()) {
                return running.given(turn, token, given.get().answer());
            }
        }
        return running.answer(turn, token, visitor.isPresent() ? null : body.secretId());
    }

    void resume(PublishedSite site, UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long position = EventPosition.of(id, request.getHeader("Last-Event-ID"));
        var visitor = admission.knownVisitor(request);
        var answer = running.find(id)
                .filter(found -> found.turn().subject().equals(visitor))
                .filter(found -> found.turn().site().equals(site.id()));
        if (answer.isPresent() && running.stream(answer.get(), position, request, response)) {
            return;
        }
        tell(stored(site, visitor, id, request), EventPosition.START, request, response);
    }

    private RunningAnswer stored(PublishedSite site, Subject visitor, UUID id, HttpServletRequest request) {
        String named = request.getParameter("conversation");
        if (named == null) {
            throw new AnswerNotFound();
        }
        UUID conversation = Ids.of("conversation", named);
        var given = recall.answer(visitor, site, conversation, id).orElseThrow(AnswerNotFound::new);
        return running.given(given.turn(), tokens.issue(visitor, site), given.answer());
    }

    private void tell(RunningAnswer answer, long position, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!running.stream(answer, position, request, response)) {
            throw new AnswerNotFound();
        }
    }
}
