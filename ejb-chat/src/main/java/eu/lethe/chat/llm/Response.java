package eu.lethe.chat.llm;

import eu.lethe.chat.llm.LanguageModel.End;
import eu.lethe.chat.llm.LanguageModel.Failure.Kind;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a provider said so far, and whether it is an answer. Nothing but a finish_reason makes one. */
final class Response {

    /** What one event means: text, the end, or a fault. */
    record Part(String text, boolean last, @Nullable Fault fault) {
        static final Part NOTHING = new Part("", false, null);
        static final Part LAST = new Part("", true, null);

        static Part failed(Fault fault) {
            return new Part("", false, fault);
        }
    }

    private static final int LONGEST_EXPLANATION = 8 * 1024;

    private final Wire wire;
    private final ByteArrayOutputStream explanation = new ByteArrayOutputStream();
    private volatile int status;
    private volatile String type = "";
    private volatile Duration retryAfter = Duration.ZERO;
    private volatile @Nullable String requestId;
    private volatile @Nullable String finish;
    private volatile Wire.@Nullable Usage usage;

    Response(Wire wire) {
        this.wire = wire;
    }

    void begins(ResponseInfo info) {
        status = info.statusCode();
        type = info.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        retryAfter = info.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ZERO);
        requestId = info.headers()
                .firstValue("x-request-id")
                .filter(value -> value.matches("[A-Za-z0-9._:-]{1,128}"))
                .orElse(null);
    }

    /** What the provider calls the request: a word of its own, never text of ours. */
    Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    boolean isStream() {
        return status == 200 && (type.isEmpty() || type.startsWith("text/event-stream"));
    }

    boolean isFinished() {
        return finish != null;
    }

    /** Keeps the start of a body that is no stream, to find the provider's name for the error in it. */
    void explain(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), LONGEST_EXPLANATION - explanation.size())];
            buffer.get(bytes);
            explanation.writeBytes(bytes);
        }
    }

    Part read(String event) {
        if (event.equals("[DONE]")) {
            return isFinished() ? Part.LAST : Part.failed(new Fault(Kind.TRUNCATED, "[DONE] without finish_reason"));
        }
        Wire.Chunk chunk;
        try {
            chunk = wire.chunk(event);
        } catch (JsonbException | JsonException malformed) {
            return Part.failed(new Fault(Kind.PROTOCOL, "malformed event"));
        }
        if (chunk.error() != null) {
            return Part.failed(new Fault(Kind.PROVIDER_ERROR, "error event" + named(chunk.error())));
        }
        if (chunk.usage() != null) {
            usage = chunk.usage();
        }
        return chunk.choices() == null || chunk.choices().isEmpty()
                ? Part.NOTHING
                : read(chunk.choices().get(0));
    }

    private Part read(Wire.Choice choice) {
        if (choice.finishReason() != null) {
            finish = choice.finishReason();
        }
        String text = choice.delta() == null ? null : choice.delta().content();
        return text == null ? Part.NOTHING : new Part(text, false, null);
    }

    End end() {
        Wire.Usage counted = usage;
        return new End(
                Objects.requireNonNullElse(finish, ""),
                counted == null ? null : counted.promptTokens(),
                counted == null ? null : counted.completionTokens());
    }

    /** What a response that came to its end amounts to: null if it is an answer. */
    @Nullable
    Fault verdict() {
        if (isStream()) {
            return isFinished() ? null : new Fault(Kind.TRUNCATED, "ended without finish_reason");
        }
        if (status == 200) {
            return new Fault(Kind.PROTOCOL, "no event stream but " + type.replaceAll("[^a-z/+.-].*", ""));
        }
        return new Fault(kindOf(status), "HTTP " + status + explained(), retryAfter);
    }

    private static Kind kindOf(int status) {
        if (status == 429) {
            return Kind.BUSY;
        }
        return status >= 500 || status == 408 ? Kind.PROVIDER_ERROR : Kind.REFUSED;
    }

    private String explained() {
        try {
            Wire.Trouble error =
                    wire.chunk(explanation.toString(StandardCharsets.UTF_8)).error();
            return error == null ? "" : named(error);
        } catch (JsonbException | JsonException noJson) {
            return "";
        }
    }

    // Types and parameter names are words of the protocol; anything longer could be somebody's text.
    private static String named(Wire.Trouble error) {
        var names = new StringBuilder();
        for (String name : new String[] {error.type(), error.param()}) {
            if (name != null && name.matches("[a-z0-9_.]{1,64}")) {
                names.append(' ').append(name);
            }
        }
        return names.toString();
    }
}
