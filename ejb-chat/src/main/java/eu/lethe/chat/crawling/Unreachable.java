package eu.lethe.chat.crawling;

import org.jspecify.annotations.Nullable;

/** A page could not be fetched; the code says why and is the key of the sentence a person reads. */
public final class Unreachable extends Exception {

    private final String code;

    Unreachable(String code) {
        this(code, null);
    }

    Unreachable(String code, @Nullable Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether the page is not there any more, as opposed to not answering right now. */
    boolean gone() {
        return code.equals("http-404") || code.equals("http-410");
    }
}
