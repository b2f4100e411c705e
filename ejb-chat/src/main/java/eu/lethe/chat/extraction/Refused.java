package eu.lethe.chat.extraction;

import org.jspecify.annotations.Nullable;

/** A file or page could not be read; the code says why and is the key of the sentence a person reads. */
public final class Refused extends Exception {

    /** Why something is refused. */
    public enum Reason {
        EMPTY,
        ENCRYPTED,
        BROKEN,
        NO_TEXT,
        TOO_LARGE,
        TIMEOUT,
        UNSUPPORTED_TYPE,
        BUSY;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;

    Refused(Reason reason) {
        this(reason, null);
    }

    Refused(Reason reason, @Nullable Throwable cause) {
        super(reason.code(), cause);
        this.reason = reason;
    }

    public String code() {
        return reason.code();
    }
}
