package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.Problem;
import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** More codes were asked for than a person needs, for one address or altogether. */
@ApplicationException(rollback = true)
public final class TooManyCodes extends Problem {

    private static final Duration WAIT = Duration.ofHours(1);

    TooManyCodes() {
        super(Kind.TOO_MANY, "too-many-codes", "Too many codes were sent. Try again in an hour.");
    }

    @Override
    public Long retryAfterSeconds() {
        return WAIT.toSeconds();
    }
}
