package eu.lethe.widget.streams;

import eu.lethe.chat.answers.Assistant;
import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.compliance.erasure.Fenced;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The answers under way on this server, and those that ended a moment ago. */
@ApplicationScoped
public class RunningAnswers {

    private static final Logger LOG = System.getLogger(RunningAnswers.class.getName());
    private static final long TICK_MILLIS = 100;

    private final Map<UUID, RunningAnswer> byAnswer = new ConcurrentHashMap<>();
    private final Map<UUID, RunningAnswer> byQuestion = new ConcurrentHashMap<>();

    @Inject
    Assistant assistant;

    @Inject
    Wire wire;

    @Inject
    Clock clock;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private @Nullable ScheduledFuture<?> ticking;

    @PostConstruct
    void start() {
        assistant.whenFenced(this::forget);
        ticking = scheduler.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        byAnswer.values().forEach(RunningAnswer::stop);
    }

    /**
     * Lets the assistant reply to a turn; one that is being answered already is not answered twice.
     *
     * @param secret with which a visitor who was never told the token may ask for it again; null for none
     */
    public RunningAnswer answer(Turn turn, String token, @Nullable UUID secret) {
        var mine = new RunningAnswer(turn, token, secret, wire, clock);
        var running = byAnswer.putIfAbsent(turn.answer(), mine);
        if (running != null) {
            return running;
        }
        byQuestion.put(turn.question(), mine);
        boolean started = false;
        try {
            mine.speaks(assistant.reply(turn, mine));
            started = true;
        } finally {
            if (!started) {
                forget(mine);
            }
        }
        return mine;
    }

    /** An answer that is in store, to be streamed like a running one. */
    public RunningAnswer given(Turn turn, String token, Answer answer) {
        return RunningAnswer.given(turn, token, answer, wire, clock);
    }

    public Optional<RunningAnswer> to(UUID question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    public Optional<RunningAnswer> find(UUID answer) {
        return Optional.ofNullable(byAnswer.get(answer));
    }

    /**
     * Answers a request with the events of an answer after a position, those to come included.
     *
     * @return false, with nothing written, if they are no longer remembered
     */
    public boolean stream(RunningAnswer answer, long position, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!answer.remembers(position)) {
            return false;
        }
        var stream = EventStream.over(request, response, clock);
        answer.listen(stream, position);
        stream.open();
        return true;
    }

    void tick() {
        long forgettable = clock.millis() - Patience.USUAL.remembered().toMillis();
        for (var answer : byAnswer.values()) {
            lookAfter(answer);
            if (answer.endedBefore(forgettable)) {
                forget(answer);
            }
        }
    }

    // One answer that fails must not end the ticking, which all others live by.
    private static void lookAfter(RunningAnswer answer) {
        try {
            answer.tick(Patience.USUAL);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "Could not look after answer " + answer.turn().answer(), failure);
        }
    }

    private void forget(Fenced fenced) {
        byAnswer.values().stream()
                .filter(answer -> fenced.isAbout(
                        answer.turn().subject().id(), answer.turn().conversation()))
                .forEach(this::forget);
    }

    private void forget(RunningAnswer answer) {
        byAnswer.remove(answer.turn().answer(), answer);
        byQuestion.remove(answer.turn().question(), answer);
    }
}
