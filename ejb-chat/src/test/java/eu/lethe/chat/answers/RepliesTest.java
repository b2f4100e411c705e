package eu.lethe.chat.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.Author;
import eu.lethe.chat.conversations.Citation;
import eu.lethe.chat.conversations.ConversationNotFound;
import eu.lethe.chat.conversations.MessageState;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.chat.conversations.Turn.Said;
import eu.lethe.chat.extracts.Extract;
import eu.lethe.chat.extracts.Extract.Verdict;
import eu.lethe.chat.index.IndexUnavailable;
import eu.lethe.chat.llm.LanguageModel;
import eu.lethe.chat.llm.ModelChoice;
import eu.lethe.chat.llm.Models;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.sites.Look;
import eu.lethe.chat.sites.SiteSettings;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.recipients.Admission;
import eu.lethe.compliance.recipients.Admission.Closed;
import eu.lethe.compliance.recipients.Egress;
import eu.lethe.compliance.recipients.FieldClass;
import eu.lethe.compliance.subjects.SubjectGone;
import eu.lethe.stub.StubModel;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies from the question to what is kept, with the real client in front of a real endpoint. */
class RepliesTest {

    private static final UUID PROVIDER = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Subject subject = new Subject(AccountId.random(), UUID.randomUUID(), 1);
    private final List<Answer> kept = new CopyOnWriteArrayList<>();
    private final List<String> searched = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
    private final Models models = new Models();
    private StubModel stub;

    private Function<String, Findings> found = question -> Library.FOUND;
    private Extract extract = Library.extract(Verdict.ANSWER, 0.8);
    private BiConsumer<Turn, Answer> store = (turn, answer) -> kept.add(answer);
    private Optional<LanguageModel> model = Optional.empty();
    private Admission admission = new Admission(PROVIDER, "FI", 30, null);
    private String contact = "https://shop.example/contact";
    private Replies replies;

    @BeforeEach
    void start() throws IOException {
        stub = StubModel.start(0);
        var keeper = new Keeper((about, answer) -> store.accept(about, answer), workers, later, 10);
        replies = new Replies(steps(), keeper, 3);
    }

    @AfterEach
    void stop() throws IOException {
        stub.close();
        models.close();
        workers.shutdownNow();
        later.shutdownNow();
    }

    @Test
    void answersFromTheModelWithTheCitationsItUsed() {
        speaks("text=" + encoded("Returns are free [1], shipping is not [2, 9]."));

        Listener heard = ask("Can I return it for free?");

        assertThat(heard.answer().text()).isEqualTo("Returns are free [1], shipping is not [2].");
        assertThat(heard.answer().citations())
                .containsExactly(Library.citation(1, Library.RETURNS), Library.citation(2, Library.SHIPPING));
        assertThat(heard.answer().state()).isEqualTo(MessageState.COMPLETE);
        assertThat(heard.answer().provider()).isEqualTo("127.0.0.1");
        assertThat(heard.answer().confidence()).isEqualTo(0.8);
        assertThat(heard.citations).hasSize(1);
        assertThat(heard.citations.get(0)).extracting(Citation::number).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=",
                "fault=utf8&text=",
                "fault=fincut:4&text=",
                "fault=malformed:4&text=",
                "fault=errevent:4&text="
            })
    void keepsWhatWasStreamedWordForWord(String how) {
        speaks(how + encoded("  Write [7] to [email-1] or call [phone-1] [1]. Then [2] wait. "));

        Listener heard = ask("I am ada@example.org, 040 123 4567. Can you call?");

        assertThat(heard.text()).isEqualTo(heard.answer().text()).startsWith("Write to ada@example.org");
        assertThat(kept).containsExactly(heard.answer());
    }

    @Test
    void keepsTheReceiptOfWhatWasSentToTheModel() {
        speaks("text=ok");
        var history = List.of(new Said(Author.VISITOR, "Mail me at ada@example.org"));

        Egress egress = ask(turn("Or at ada@example.org or eve@example.org?", Phase.EXPLORING, history))
                .answer()
                .egress();

        assertThat(egress)
                .isEqualTo(new Egress(
                        PROVIDER,
                        "127.0.0.1",
                        "stub?text=ok",
                        "FI",
                        30,
                        Set.of(FieldClass.QUESTION, FieldClass.HISTORY),
                        2,
                        "stub-1",
                        NOW));
    }

    @Test
    void keepsTheReceiptOfACallThatFailed() {
        speaks("fault=500");

        Answer answer = ask("Can I return it for free?").answer();

        assertThat(answer.model()).isEqualTo("extract");
        assertThat(answer.egress()).extracting(Egress::fields).isEqualTo(Set.of(FieldClass.QUESTION));
    }

    @ParameterizedTest
    @EnumSource(Closed.class)
    void neverCallsAModelThatIsNoActiveRecipientAndSaysWhy(Closed why) {
        speaks("text=ok");
        admission = new Admission(null, null, 0, why);

        Answer answer = ask("Can I return it for free?").answer();

        assertThat(stub.connections()).isZero();
        assertThat(answer.problem()).isEqualTo(why.code());
        assertThat(answer.model()).isEqualTo("extract");
        assertThat(answer.state()).isEqualTo(MessageState.COMPLETE);
        assertThat(answer.egress()).isNull();
    }

    @Test
    void sendsTheModelNothingThatIdentifiesTheVisitor() {
        speaks("text=ok");
        var history = List.of(
                new Said(Author.VISITOR, "Mail me at canary@example.org"),
                new Said(Author.ASSISTANT, "Gladly, canary@example.org"));
        ask(turn("My card is 4111 1111 1111 1111, where is my parcel?", Phase.EXPLORING, history))
                .answer();

        assertThat(stub.requests()).hasSize(1);
        assertThat(stub.requests().get(0))
                .contains("Returns are free within 30 days", "where is my parcel?", "[email-1]", "[card-1]")
                .doesNotContain(
                        "canary",
                        "4111",
                        subject.id().toString(),
                        subject.account().toString(),
                        "\"user\":");
        assertThat(searched).containsExactly("My card is , where is my parcel?");
    }

    @Test
    void doesNotCallTheModelWhenItDoesNotKnow() {
        speaks("text=never");
        extract = Library.extract(Verdict.ABSTAIN, 0.1);

        Answer answer = ask("What is the capital of France?").answer();

        assertThat(answer.text())
                .isEqualTo("I could not find an answer to that in what Shop publishes, and I would rather not guess. "
                        + "A person can help you here: [contact](https://shop.example/contact)");
        assertThat(answer.abstained()).isTrue();
        assertThat(answer.citations()).isEmpty();
        assertThat(answer.confidence()).isEqualTo(0.1);
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void saysSoInTheLanguageOfTheQuestion() {
        found = question -> new Findings("de", List.of(), false);
        contact = "";

        assertThat(ask("Was kostet die Welt?").answer().text())
                .isEqualTo(
                        "Dazu habe ich in dem, was Shop veröffentlicht, keine Antwort gefunden, und raten möchte ich nicht. "
                                + "Vielleicht können Sie es anders ausdrücken?");
    }

    @Test
    void believesAModelThatFindsNoAnswerInThePassages() {
        speaks("text=" + encoded("That is not in my sources. [0]"));

        Answer answer = ask("Do you sell cars?").answer();

        assertThat(answer.text()).isEqualTo("That is not in my sources.");
        assertThat(answer.abstained()).isTrue();
        assertThat(answer.confidence()).isLessThan(0.5);
        assertThat(answer.followUps()).isEmpty();
    }

    @Test
    void quotesThePassagesWhenNoModelIsConfigured() {
        Listener heard = ask("How do I return goods?");

        assertThat(heard.answer().text()).isEqualTo("Returns are free within 30 days of delivery. [1]");
        assertThat(heard.text()).isEqualTo(heard.answer().text());
        assertThat(heard.pieces).hasSizeGreaterThan(1);
        assertThat(heard.answer().provider()).isEqualTo("lethe");
        assertThat(heard.answer().followUps()).containsExactly("What shipping costs");
        assertThat(heard.answer().phase()).isEqualTo(Phase.LEARNING);
    }

    @Test
    void saysThatItIsNotSure() {
        extract = Library.extract(Verdict.MAYBE, 0.5);

        assertThat(ask("Goods back?").answer().text())
                .isEqualTo("I am not sure that this is what you mean, but it may help:\n\n"
                        + "Returns are free within 30 days of delivery. [1]");
    }

    @ParameterizedTest
    @CsvSource({
        "401, model-refused",
        "html, model-protocol",
        "slowhead, model-first-byte-timeout",
        "cut:0, model-truncated"
    })
    void quotesThePassagesWhenTheModelFailsBeforeItSpeaks(String fault, String problem) {
        speaks("text=x&fault=" + fault);

        Answer answer = ask("How do I return goods?").answer();

        assertThat(answer.text()).isEqualTo("Returns are free within 30 days of delivery. [1]");
        assertThat(answer.state()).isEqualTo(MessageState.COMPLETE);
        assertThat(answer.provider()).isEqualTo("lethe");
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void quotesThePassagesWhenTheModelSaysNothing() {
        speaks("text=%20");

        Answer answer = ask("How do I return goods?").answer();

        assertThat(answer.text()).isEqualTo("Returns are free within 30 days of delivery. [1]");
        assertThat(answer.problem()).isEqualTo("model-silent");
    }

    @Test
    void keepsWhatWasSaidWhenTheModelBreaksOff() {
        speaks("fault=errevent:3&text=" + encoded("Returns are free [1] of charge."));

        Answer answer = ask("How do I return goods?").answer();

        assertThat(answer.text()).isEqualTo("Returns are free");
        assertThat(answer.state()).isEqualTo(MessageState.INTERRUPTED);
        assertThat(answer.problem()).isEqualTo("model-provider-error");
        assertThat(answer.phase()).isEqualTo(Phase.EXPLORING);
    }

    @Test
    void stopsTheModelAtOnce() {
        speaks("tokens=1000&tps=50");
        var heard = new Listener();
        Reply reply = start(turn("How do I return goods?", Phase.EXPLORING, List.of()), heard);
        eventually(() -> heard.pieces.size() > 3);

        reply.stop();
        reply.stop();

        assertThat(heard.answer().state()).isEqualTo(MessageState.STOPPED);
        assertThat(heard.answer().text()).isEqualTo(heard.text()).isNotEmpty();
        eventually(() -> stub.stats().equals(new StubModel.Stats(0, 1, 1, 1)));
        assertThat(kept).containsExactly(heard.answer());
    }

    @Test
    void stopsBeforeAnythingWasFound() {
        speaks("text=never");
        var gate = new CompletableFuture<Findings>();
        found = question -> gate.join();
        var heard = new Listener();
        Reply reply = start(turn("How do I return goods?", Phase.EXPLORING, List.of()), heard);
        reply.stop();
        assertThat(heard.answer().state()).isEqualTo(MessageState.STOPPED);

        gate.complete(Library.FOUND);

        assertThat(ask("hello").answer().state()).isEqualTo(MessageState.COMPLETE);
        assertThat(stub.requests()).isEmpty();
    }

    @Test
    void stopsTheModelWhenTheVisitorIsGone() {
        speaks("tokens=1000&tps=50");
        Listener heard = ask(
                turn("How do I return goods?", Phase.EXPLORING, List.of()),
                new Listener(piece -> CompletableFuture.failedStage(new IOException("closed"))));

        assertThat(heard.answer().state()).isEqualTo(MessageState.INTERRUPTED);
        assertThat(heard.answer().problem()).isEqualTo("visitor-gone");
        eventually(() -> stub.stats().aborted() == 1);
    }

    @Test
    void keepsAnAbandonedAnswerAsInterrupted() {
        speaks("tokens=1000&tps=50");
        var heard = new Listener();
        Reply reply = start(turn("How do I return goods?", Phase.EXPLORING, List.of()), heard);
        eventually(() -> !heard.pieces.isEmpty());

        reply.abandon();

        assertThat(heard.answer().state()).isEqualTo(MessageState.INTERRUPTED);
        assertThat(heard.answer().text()).isEqualTo(heard.text());
        eventually(() -> stub.stats().aborted() == 1);
    }

    @Test
    void abortsTheModelWhenThePersonIsErased() {
        speaks("tokens=1000&tps=50");
        store = (turn, answer) -> {
            throw new SubjectGone();
        };
        var heard = new Listener();
        start(turn("How do I return goods?", Phase.EXPLORING, List.of()), heard);
        eventually(() -> !heard.pieces.isEmpty());
        assertThat(replies.underWay(subject.id())).isEqualTo(1);

        assertThat(replies.abandon(subject.id())).isEqualTo(1);

        assertThat(heard.answer().problem()).isEqualTo("subject-gone");
        assertThat(heard.answer().text()).isEmpty();
        assertThat(replies.underWay(subject.id())).isZero();
        eventually(() -> stub.stats().aborted() == 1);
    }

    @Test
    void endsTheAnswersOfOneConversationAndNoOther() {
        speaks("tokens=1000&tps=50");
        store = (turn, answer) -> {
            throw new ConversationNotFound();
        };
        var erased = turn("How do I return goods?", Phase.EXPLORING, List.of());
        var other = new Listener();
        var heard = new Listener();
        start(erased, heard);
        start(turn("How do I return goods?", Phase.EXPLORING, List.of()), other);
        eventually(() -> !heard.pieces.isEmpty() && !other.pieces.isEmpty());

        assertThat(replies.abandon(subject.id(), erased.conversation())).isEqualTo(1);

        assertThat(heard.answer().problem()).isEqualTo("conversation-not-found");
        assertThat(heard.answer().text()).isEmpty();
        assertThat(replies.underWay(subject.id(), erased.conversation())).isZero();
        assertThat(replies.underWay(subject.id())).isEqualTo(1);
        replies.abandon(subject.id());
    }

    @Test
    void keepsTheAnswerOnceTheDatabaseIsBack() {
        var outages = new ArrayList<>(List.of("down", "down"));
        store = (turn, answer) -> {
            if (!outages.isEmpty()) {
                throw new IllegalStateException(outages.remove(0));
            }
            kept.add(answer);
        };

        assertThat(ask("How do I return goods?").answer()).isEqualTo(kept.get(0));
        assertThat(replies.underWay(subject.id())).isZero();
    }

    @Test
    void saysHonestlyThatItCannotLookAnythingUp() {
        found = question -> {
            throw new IndexUnavailable(new IOException("refused"));
        };

        Answer answer = ask("How do I return goods?").answer();

        assertThat(answer.text())
                .startsWith("I cannot look anything up at the moment.")
                .contains("/contact");
        assertThat(answer.problem()).isEqualTo("index-unavailable");
    }

    @Test
    void endsEvenWhenSomethingUnforeseenHappens() {
        found = question -> {
            throw new IllegalStateException("a bug");
        };

        assertThat(ask("How do I return goods?").answer().problem()).isEqualTo("internal");
    }

    @Test
    void refusesQuestionsThatWouldWaitTooLong() {
        var gate = new CompletableFuture<Findings>();
        found = question -> gate.join();
        var listeners = new ArrayList<Listener>();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20; i++) {
                        var heard = new Listener();
                        start(turn("How do I return goods?", Phase.EXPLORING, List.of()), heard);
                        listeners.add(heard);
                    }
                })
                .isInstanceOf(AssistantBusy.class);

        gate.complete(Library.FOUND);
        assertThat(listeners)
                .isNotEmpty()
                .allSatisfy(heard -> assertThat(heard.answer().state()).isEqualTo(MessageState.COMPLETE));
    }

    @Test
    void offersAHumanAfterTheSecondQuestionItCannotAnswer() {
        extract = Library.extract(Verdict.ABSTAIN, 0.1);
        var once = List.of(new Said(Author.VISITOR, "Do you sell cars?"), new Said(Author.ASSISTANT, "No idea.", true));

        assertThat(ask("Do you sell boats?").answer().phase()).isEqualTo(Phase.EXPLORING);
        assertThat(ask(turn("Do you sell boats?", Phase.LEARNING, once))
                        .answer()
                        .phase())
                .isEqualTo(Phase.REQUESTING_CONTACT);
        assertThat(ask(turn("Do you sell boats?", Phase.WITH_AGENT, once))
                        .answer()
                        .phase())
                .isEqualTo(Phase.WITH_AGENT);
    }

    @Test
    void saysThatItIsNoHumanAndSearchesNothing() {
        Answer answer = ask("Bist du ein Mensch?").answer();

        assertThat(answer.text())
                .isEqualTo("Ich bin ein KI-Assistent, kein Mensch. Ich antworte aus dem, was Shop veröffentlicht, "
                        + "und zeige Ihnen meine Quellen.");
        assertThat(answer.abstained()).isFalse();
        assertThat(searched).isEmpty();
        assertThat(ask("I want to talk to a human!").answer().phase()).isEqualTo(Phase.REQUESTING_CONTACT);
    }

    @Test
    void searchesAFollowUpTogetherWithTheQuestionItLeansOn() {
        var history = List.of(
                new Said(Author.VISITOR, "What does shipping cost?"), new Said(Author.ASSISTANT, "4.90 euros. [2]"));
        ask(turn("And in Germany?", Phase.LEARNING, history)).answer();

        assertThat(searched).containsExactly("What does shipping cost? And in Germany?");
    }

    @Test
    void triesAQuestionWithoutKeepingAnything() {
        var trial = new Rehearsal(Asked.onTrial(subject.account(), UUID.randomUUID(), "en", "Goods back?"), steps())
                .run(java.time.Duration.ofSeconds(10));

        assertThat(trial.findings()).isEqualTo(Library.FOUND);
        assertThat(trial.answer().citations()).hasSize(1);
        assertThat(trial.totalMillis()).isGreaterThanOrEqualTo(trial.retrievalMillis());
        assertThat(kept).isEmpty();
    }

    private void speaks(String how) {
        model = Optional.of(models.at(stub.url(), "stub?" + how));
    }

    private Listener ask(String question) {
        return ask(turn(question, Phase.EXPLORING, List.of()));
    }

    private Listener ask(Turn turn) {
        return ask(turn, new Listener());
    }

    private Listener ask(Turn turn, Listener heard) {
        start(turn, heard);
        heard.answer();
        return heard;
    }

    private Reply start(Turn turn, Listener heard) {
        return replies.start(turn, heard);
    }

    private Steps steps() {
        return new Steps(
                workers,
                asked -> Optional.of(site()),
                (asked, question) -> {
                    searched.add(question);
                    return found.apply(question);
                },
                (question, findings) -> extract,
                account -> choice());
    }

    private ModelChoice choice() {
        return model.map(called -> ModelChoice.of(called, admission, NOW)).orElse(ModelChoice.none());
    }

    private SiteSettings site() {
        return new SiteSettings(
                "Shop", List.of(), List.of("en", "de"), "Ada", null, List.of(), null, contact, Look.DEFAULT);
    }

    private Turn turn(String question, Phase phase, List<Said> history) {
        return new Turn(
                subject,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "en",
                phase,
                question,
                history);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void eventually(BooleanSupplier condition) {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
