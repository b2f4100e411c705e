package eu.lethe.compliance.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A refusal a person can act on (RFC 9457). Each concrete problem is its own {@code @ApplicationException(rollback = true)}:
 * the annotation is not inherited across modules, and without it every refusal becomes a stack trace in the log. The detail
 * never holds personal data.
 */
public abstract class Problem extends RuntimeException {

    /** What sort of refusal it is, and the HTTP status that says so. */
    public enum Kind {
        INVALID(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final String detail;
    private final @Nullable String field;

    /**
     * @param code stable, kebab-case, the last part of the problem's type URI and the key of its text in resource bundles
     * @param detail one English sentence for whoever reads the response
     */
    protected Problem(Kind kind, String code, String detail) {
        this(kind, code, detail, null);
    }

    /** @param field the input that is wrong, as the caller named it, or null if no single one is */
    protected Problem(Kind kind, String code, String detail, @Nullable String field) {
        super(detail);
        this.kind = kind;
        this.code = code;
        this.detail = detail;
        this.field = field;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String field() {
        return field;
    }

    /** After how many seconds asking again may help; null if nobody knows. */
    public @Nullable Long retryAfterSeconds() {
        return null;
    }
}
