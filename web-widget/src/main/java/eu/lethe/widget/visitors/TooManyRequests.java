package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** A visitor, or an address, asks more often than a person would. */
@ApplicationException(rollback = true)
public final class TooManyRequests extends Problem {

    private final Duration wait;

    TooManyRequests(Duration wait) {
        super(Kind.TOO_MANY, "too-many-requests", "Too many requests; try again after the seconds in Retry-After.");
        this.wait = wait;
    }

    @Override
    public Long retryAfterSeconds() {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }
}
