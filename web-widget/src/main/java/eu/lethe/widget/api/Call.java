package eu.lethe.widget.api;

import eu.lethe.compliance.kernel.Caller;
import eu.lethe.widget.streams.Wire;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One call, read strictly: what the contract does not know is refused and named, never guessed. */
@RequestScoped
class Call {

    private static final int LONGEST_BODY = 64 * 1024;
    private static final int LONGEST_TEXT = 200;
    private static final int LAST_OFFSET = 1_000_000;
    private static final int MOST_ROWS = 200;
    private static final int USUAL_ROWS = 50;
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");

    // What PostgreSQL can hold is far wider; nobody asks for it.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    @Inject
    HttpServletRequest request;

    @Inject
    Wire wire;

    Caller caller() {
        return KeyGate.callerOf(request);
    }

    /** The id in the path. */
    static UUID id(String text) {
        return id("id", text);
    }

    static UUID id(String name, String text) {
        if (!ID.matcher(text).matches()) {
            throw new InvalidCall(name, name + " must be a UUID.");
        }
        return UUID.fromString(text);
    }

    /** The id a parameter names, or null if it is not there. */
    @Nullable
    UUID idIn(String name) {
        String text = request.getParameter(name);
        return text == null ? null : id(name, text);
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> choices) {
        return choice(name, request.getParameter(name), choices);
    }

    static <E extends Enum<E>> @Nullable E choice(String name, @Nullable String text, Class<E> choices) {
        if (text == null) {
            return null;
        }
        try {
            return Enum.valueOf(choices, text);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidCall(name, name + " must be one of the contract's values.");
        }
    }

    @Nullable
    Boolean flag(String name) {
        String text = request.getParameter(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw new InvalidCall(name, name + " must be true or false.");
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    @Nullable
    Instant moment(String name) {
        String text = request.getParameter(name);
        if (text == null) {
            return null;
        }
        try {
            Instant moment = Instant.parse(text);
            if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) {
                return moment;
            }
        } catch (DateTimeException unreadable) {
            throw new InvalidCall(name, name + " must be a time such as 2026-11-23T00:00:00Z.");
        }
        throw new InvalidCall(name, name + " must lie between 1970 and 2200.");
    }

    @Nullable
    LocalDate day(String name) {
        String text = request.getParameter(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new InvalidCall(name, name + " must be a day such as 2026-11-23.");
        }
    }

    int offset() {
        return number("offset", 0, LAST_OFFSET);
    }

    int limit() {
        return number("limit", USUAL_ROWS, MOST_ROWS);
    }

    private int number(String name, int otherwise, int most) {
        String text = request.getParameter(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            throw new InvalidCall(name, name + " must be a whole number.");
        }
        throw new InvalidCall(name, name + " must lie between 0 and " + most + ".");
    }

    @Nullable
    String text(String name) {
        return clean(name, request.getParameter(name), LONGEST_TEXT);
    }

    /** A text without what no text holds: PostgreSQL cannot keep a NUL, nothing can keep half a letter. */
    static @Nullable String clean(String name, @Nullable String text, int longest) {
        if (text != null && (text.length() > longest || !text.codePoints().allMatch(Call::isText))) {
            throw new InvalidCall(
                    name, name + " may hold at most " + longest + " characters and no control characters.");
        }
        return text;
    }

    private static boolean isText(int point) {
        return point == '\n'
                || point == '\t'
                || !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }

    /** The program's own name for this call, or null. */
    @Nullable
    String idempotencyKey() {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw new InvalidCall(
                    "Idempotency-Key", "The Idempotency-Key must have 1 to 100 visible ASCII characters.");
        }
        return key;
    }

    <T> T body(Class<T> shape) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new InvalidCall("Content-Type", "The content type must be application/json.");
        }
        return wire.read(bodyText(), shape)
                .orElseThrow(() -> new InvalidCall("body", "The body is not the JSON object of the contract."));
    }

    private String bodyText() {
        try {
            byte[] bytes = request.getInputStream().readNBytes(LONGEST_BODY + 1);
            if (bytes.length > LONGEST_BODY) {
                throw new InvalidCall("body", "The body may hold at most 64 KB.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidCall("body", "The body is not UTF-8.");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
