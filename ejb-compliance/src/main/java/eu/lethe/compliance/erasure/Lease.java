package eu.lethe.compliance.erasure;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long an erasure stays with a worker that writes nothing; then another one takes over. */
@ApplicationScoped
class Lease {

    // A worker that is only slow must not lose what it does again and again.
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    @Inject
    @ConfigProperty(name = "lethe.erasure.lease", defaultValue = "PT1M")
    Duration configured;

    @PostConstruct
    void refuseWhatIsTooShort() {
        if (configured.compareTo(SHORTEST) < 0) {
            throw new IllegalStateException(
                    "lethe.erasure.lease must be at least " + SHORTEST + ", not " + configured + ".");
        }
    }

    long seconds() {
        return configured.toSeconds();
    }
}
