package eu.lethe.chat.extraction;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jspecify.annotations.Nullable;

/** Bytes as text: a byte order mark first, then UTF-8 if the bytes are that, then what the sender says, then Windows-1252. */
public final class TextDecoder {

    private TextDecoder() {}

    public static String decode(byte[] content, @Nullable String declared) {
        if (starts(content, 0xEF, 0xBB, 0xBF)) {
            return new String(content, 3, content.length - 3, UTF_8);
        }
        if (starts(content, 0xFF, 0xFE)) {
            return new String(content, 2, content.length - 2, UTF_16LE);
        }
        if (starts(content, 0xFE, 0xFF)) {
            return new String(content, 2, content.length - 2, UTF_16BE);
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, charset(declared));
        }
    }

    // Servers send names that no charset has; the text is still worth reading.
    private static Charset charset(@Nullable String declared) {
        try {
            Charset named = declared == null ? UTF_8 : Charset.forName(declared);
            return named.equals(UTF_8) ? Charset.forName("windows-1252") : named;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Charset.forName("windows-1252");
        }
    }

    private static boolean starts(byte[] content, int... mark) {
        if (content.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((content[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
