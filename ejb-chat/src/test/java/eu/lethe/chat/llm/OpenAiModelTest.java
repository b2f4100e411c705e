package eu.lethe.chat.llm;

import static eu.lethe.chat.llm.LanguageModel.Failure.Kind.PROTOCOL;
import static eu.lethe.chat.llm.LanguageModel.Failure.Kind.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.llm.LanguageModel.Failure;
import eu.lethe.chat.llm.LanguageModel.Generation;
import eu.lethe.chat.llm.LanguageModel.Line;
import eu.lethe.chat.llm.LanguageModel.Prompt;
import eu.lethe.chat.llm.LanguageModel.Speaker;
import eu.lethe.stub.StubModel;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against a real endpoint that fails in every way providers have been seen to fail. */
class OpenAiModelTest {

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(6), 2);
    private static final Limits PATIENT =
            new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60), 2);
    private static final Prompt PROMPT =
            new Prompt(List.of(new Line(Speaker.SYSTEM, "Be brief."), new Line(Speaker.VISITOR, "Grüß Gott?")));

    private final ExecutorService network = Executors.newFixedThreadPool(3);
    private final ScheduledExecutorService watch = Executors.newScheduledThreadPool(1);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .executor(network)
            .build();
    private StubModel stub;

    @BeforeEach
    void start() throws IOException {
        stub = StubModel.start(0);
    }

    @AfterEach
    void stop() throws IOException {
        stub.close();
        network.shutdownNow();
        watch.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "utf8", "crlf"})
    void deliversWhatTheModelSays(String fault) {
        var heard = generate("fault=" + fault + "&text=" + encoded("Überall „gleiche“ Größe 👍 für 3 €"));

        assertThat(heard.ended().reason()).isEqualTo("stop");
        assertThat(heard.ended().completionTokens()).isEqualTo(7);
        assertThat(heard.text()).isEqualTo("Überall „gleiche“ Größe 👍 für 3 €");
    }

    @ParameterizedTest
    @CsvSource({
        "cut:5, TRUNCATED",
        "fincut:5, TRUNCATED",
        "nodone:5, TRUNCATED",
        "malformed:5, PROTOCOL",
        "errevent:5, PROVIDER_ERROR",
        "stall:5, IDLE_TIMEOUT",
        "slow, DEADLINE",
    })
    void tellsAnAnswerThatBrokeOffFromOneThatEnded(String fault, Failure.Kind kind) {
        var heard = generate("tokens=20&tps=20&fault=" + fault);

        assertThat(heard.failure().kind()).isEqualTo(kind);
        assertThat(heard.failure().started()).isTrue();
        // A reset may overtake pieces that are still in the network's buffers.
        assertThat(heard.pieces).hasSizeGreaterThanOrEqualTo(fault.startsWith("cut") ? 1 : 5);
        assertThat(stub.requests())
                .as("never asked twice once the visitor reads")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "401, REFUSED, 1",
        "404, REFUSED, 1",
        "html, PROTOCOL, 1",
        "slowhead, FIRST_BYTE_TIMEOUT, 1",
        "500, PROVIDER_ERROR, 3",
        "503, PROVIDER_ERROR, 3",
        "429:0, BUSY, 3",
        "429:60, BUSY, 1",
        "cut:0, TRUNCATED, 3",
    })
    void asksAgainOnlyWhereItMayHelp(String fault, Failure.Kind kind, int requests) {
        var heard = generate("fault=" + fault);

        assertThat(heard.failure().kind()).isEqualTo(kind);
        assertThat(heard.failure().started()).isFalse();
        assertThat(stub.requests()).hasSize(requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"429:1", "500", "cut:0"})
    void answersWhenTheSecondAttemptSucceeds(String fault) {
        var heard = generate("times=1&text=Here%20it%20is&fault=" + fault);

        assertThat(heard.ended().reason()).isEqualTo("stop");
        assertThat(heard.text()).isEqualTo("Here it is");
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (var taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        var heard = new Recorder();
        model(URI.create("http://127.0.0.1:" + port + "/v1"), "stub").generate(PROMPT, heard);

        assertThat(heard.failure().kind()).isEqualTo(UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttft=60000", "fault=slowhead", "fault=stall:2", "tps=20&tokens=1000", "fault=flood"})
    void endsTheProvidersCallWhenCancelled(String how) {
        var heard = new Recorder();
        Generation generation = model(stub.url(), "stub?" + how).generate(PROMPT, heard);
        eventually(() -> stub.stats().active() == 1);

        generation.cancel();
        generation.cancel();

        eventually(() -> stub.stats().active() == 0);
        assertThat(stub.stats().aborted()).isEqualTo(1);
        assertThat(heard.end).isNotDone();
    }

    @Test
    void asksTheNextQuestionOnTheSameConnection() {
        for (int i = 0; i < 5; i++) {
            var heard = new Recorder();
            Generation generation = model(stub.url(), "stub?text=ok").generate(PROMPT, heard);
            assertThat(heard.ended().reason()).isEqualTo("stop");
            generation.cancel();
        }

        assertThat(stub.stats().total()).isEqualTo(5);
        assertThat(stub.connections()).isLessThan(5);
    }

    @Test
    void endsTheProvidersCallWhenTheSinkIsGone() {
        var heard = new Recorder(piece -> CompletableFuture.failedStage(new IOException("closed")));
        model(stub.url(), "stub?fault=flood").generate(PROMPT, heard);

        eventually(() -> stub.stats().aborted() == 1);
        assertThat(heard.pieces).hasSize(1);
    }

    @Test
    void takesNoMoreThanTheSinkCanTake() {
        var gate = new CompletableFuture<Void>();
        var heard = new Recorder(piece -> gate);
        model(stub.url(), "stub?text=one%20two%20three").generate(PROMPT, heard);
        eventually(() -> stub.stats().total() == 1 && stub.stats().active() == 0 && !heard.pieces.isEmpty());

        assertThat(heard.pieces).containsExactly("one");
        gate.complete(null);

        assertThat(heard.ended().reason()).isEqualTo("stop");
        assertThat(heard.text()).isEqualTo("one two three");
    }

    @Test
    void limitsAnAnswerWithoutEnd() {
        assertThat(generate("fault=flood").failure().kind()).isEqualTo(PROTOCOL);
        eventually(() -> stub.stats().active() == 0);
    }

    @Test
    void holdsHundredsOfStreamsOnThreeThreads() {
        var all = new ArrayList<Recorder>();
        for (int i = 0; i < 300; i++) {
            var heard = new Recorder();
            model(stub.url(), "stub?ttft=500&tps=20&tokens=20", PATIENT).generate(PROMPT, heard);
            all.add(heard);
        }

        assertThat(all).allSatisfy(heard -> {
            assertThat(heard.ended().reason()).isEqualTo("stop");
            assertThat(heard.pieces).hasSize(20);
        });
        assertThat(stub.stats()).isEqualTo(new StubModel.Stats(0, stub.stats().peak(), 300, 0));
    }

    @Test
    void sendsThePromptAndNothingElse() {
        generate("text=ok").ended();

        assertThat(stub.requests()).containsExactly("""
                        {"max_tokens":50,"messages":[{"content":"Be brief.","role":"system"},\
                        {"content":"Grüß Gott?","role":"user"}],"model":"stub?text=ok","stream":true,\
                        "stream_options":{"include_usage":true},"temperature":0.2}""");
    }

    private Recorder generate(String how) {
        var heard = new Recorder();
        model(stub.url(), "stub?" + how).generate(PROMPT, heard);
        return heard;
    }

    private LanguageModel model(URI url, String name) {
        return model(url, name, LIMITS);
    }

    private LanguageModel model(URI url, String name, Limits limits) {
        return new OpenAiModel(
                new OpenAiModel.Endpoint(url, Optional.of("secret"), name, 50, 0.2), limits, http, watch);
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
