package eu.lethe.widget.visitors;

import eu.lethe.widget.streams.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads request bodies: JSON, in UTF-8, and not much of it. */
@ApplicationScoped
public class Bodies {

    static final int LIMIT = 16 * 1024;

    @Inject
    Wire wire;

    public <T> T read(HttpServletRequest request, Class<T> shape) throws IOException {
        String type = request.getContentType();
        // Anything else could be sent by a plain form, past the browser's preflight.
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new InvalidRequest("not-json", "The content type must be application/json.");
        }
        byte[] bytes = request.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new BodyTooLarge();
        }
        return wire.read(decoded(bytes), shape)
                .orElseThrow(
                        () -> new InvalidRequest("invalid-json", "The body is not the JSON object expected here."));
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidRequest("not-utf-8", "The body is not UTF-8.");
        }
    }
}
