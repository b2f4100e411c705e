package eu.lethe.compliance.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one clock of the application, injected everywhere so that tests can move it. */
@ApplicationScoped
class Clocks {

    /** For drills only: how far the application's time is ahead of the machine's, such as {@code P1D} or {@code PT-36H}. */
    @Inject
    @ConfigProperty(name = "lethe.clock.offset", defaultValue = "PT0S")
    Duration offset;

    @Produces
    Clock clock() {
        return Clock.offset(Clock.systemUTC(), offset);
    }
}
