package eu.lethe.chat.answers;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Conversations;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.chat.extracts.Extracts;
import eu.lethe.chat.llm.LanguageModels;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.retrieval.Retrieval;
import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.erasure.Fenced;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.restrictions.Restricted;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers visitors from what the company publishes. */
@ApplicationScoped
public class Assistant {

    /** A try from the dashboard: nothing is stored. */
    public record Trial(Findings findings, Answer answer, long retrievalMillis, long totalMillis) {}

    private static final int PASSAGES = 6;
    private static final long FIRST_PAUSE_MILLIS = 300;

    @Inject
    private Retrieval retrieval;

    @Inject
    private Extracts extracts;

    @Inject
    private LanguageModels models;

    @Inject
    private Sites sites;

    @Inject
    private Conversations conversations;

    // A pool of our own on the server's threads: the default managed executor runs one thread before it queues.
    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "lethe.answers.threads", defaultValue = "8")
    private int workerThreads;

    @Inject
    @ConfigProperty(name = "lethe.answers.waiting", defaultValue = "600")
    private int mostWaiting;

    @Inject
    @ConfigProperty(name = "lethe.answers.trial-timeout", defaultValue = "PT75S")
    private Duration trialTimeout;

    private final List<Consumer<Fenced>> fenceListeners = new CopyOnWriteArrayList<>();
    private ExecutorService workers;
    private ScheduledExecutorService later;
    private Steps steps;
    private Replies replies;

    /**
     * Starts the reply to a question and returns at once.
     *
     * @throws AssistantBusy if too many questions wait already (503)
     */
    public Reply reply(Turn turn, AnswerSink sink) {
        return replies.start(turn, sink);
    }

    /**
     * Answers a question without a visitor, for the test bench; waits for the end.
     *
     * @throws AssistantBusy if it does not come in time (503)
     */
    public Trial tryOut(Caller caller, UUID site, String language, String question) {
        sites.site(caller, site);
        return new Rehearsal(Asked.onTrial(caller.account(), site, language, question), steps).run(trialTimeout);
    }

    /** How many replies to the person are under way here. */
    public int underWay(UUID subject) {
        return replies.underWay(subject);
    }

    /** Ends the replies to a person who is being erased. */
    public int abandon(UUID subject) {
        return replies.abandon(subject);
    }

    /** How many replies in one conversation are under way here. */
    public int underWay(UUID subject, UUID conversation) {
        return replies.underWay(subject, conversation);
    }

    /** Ends the replies in a conversation that is being erased. */
    public int abandon(UUID subject, UUID conversation) {
        return replies.abandon(subject, conversation);
    }

    /** Ends the replies to somebody whose data may only be stored from now on. */
    void stop(@Observes(during = TransactionPhase.AFTER_SUCCESS) Restricted restricted) {
        replies.abandon(restricted.subject());
    }

    // Whatever is being said to somebody who was fenced a moment ago, here or on another node, ends (SEED-C25).
    void stop(@Observes(during = TransactionPhase.AFTER_SUCCESS) Fenced fenced) {
        UUID conversation = fenced.conversation();
        if (conversation == null) {
            replies.abandon(fenced.subject());
        } else {
            replies.abandon(fenced.subject(), conversation);
        }
        fenceListeners.forEach(listener -> listener.accept(fenced));
    }

    /** Has the listener hear of everything that is fenced, on whatever node: an event would not reach the modules above. */
    public void whenFenced(Consumer<Fenced> listener) {
        fenceListeners.add(listener);
    }

    @PostConstruct
    void open() {
        workers = Executors.newFixedThreadPool(workerThreads, threads);
        later = Executors.newScheduledThreadPool(1, threads);
        steps = new Steps(
                workers,
                asked -> sites.published(asked.account(), asked.site()).map(PublishedSite::settings),
                (asked, question) ->
                        retrieval.passagesFor(asked.account(), asked.site(), asked.language(), question, PASSAGES),
                extracts::from,
                models::forAccount);
        var keeper = new Keeper(conversations::answered, workers, later, FIRST_PAUSE_MILLIS);
        replies = new Replies(steps, keeper, mostWaiting);
    }

    @PreDestroy
    void close() {
        workers.shutdown();
        later.shutdown();
    }
}
