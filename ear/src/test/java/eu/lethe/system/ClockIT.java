package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The server's clock is moved while it is down, in the middle of an erasure: a day ahead, from there two days back, and from there
 * two years ahead (I16). What is due then goes, what is not stays, nobody comes back, and what was begun ends. Starts the servers
 * anew each time, so it is not for every day:
 * {@code ./mvnw verify -pl ear -am -Pfaults -Dit.test=ClockIT -Dfailsafe.failIfNoSpecifiedTests=false}.
 */
@Order(95)
@EnabledIfSystemProperty(named = "lethe.all-faults", matches = "true")
class ClockIT {

    private static final Duration PERIOD = Duration.ofDays(365);
    private static final Duration HOUR = Duration.ofHours(1);

    private final RunningLethe lethe = RunningLethe.withoutModel();

    @ParameterizedTest
    @ValueSource(ints = {1, -1, 720})
    void i16_goesByTheClockHoweverItIsMoved(int days) throws Exception {
        Duration jump = Duration.ofDays(days).minus(lethe.clockAhead());
        noSweepYet();
        UUID due = personSilentFor(PERIOD.plus(HOUR).minus(jump));
        UUID notYet = personSilentFor(PERIOD.minus(HOUR).minus(jump));
        UUID restricted = personSilentFor(PERIOD.plus(HOUR));
        Sql.execute(lethe, "update compliance.subject set state = 'RESTRICTED' where id = '" + restricted + "'");
        var gone = new VisitorClient(lethe);
        gone.ask("Where are messages stored?");
        var erased = Forgetting.of(lethe, gone).awaitCertificate();
        var leaving = new VisitorClient(lethe);
        leaving.ask("Where are messages stored?");
        UUID begun = lethe.subjectOf(leaving.conversation());
        lethe.haltAt("after-local-deleted");
        Forgetting.askAndLose(leaving);
        RunningLethe.await("the erasure to be in the middle", lethe::hasHalted);

        lethe.moveClock(Duration.ofDays(days));

        assertThat(Forgetting.of(lethe, begun).awaitCertificate().left()).isEmpty();
        Sql.execute(lethe, "update compliance.retention_schedule set next_at = now() - interval '3 days'");
        RunningLethe.await("the sweep", () -> lethe.rowsAbout(due).isEmpty());
        // Two years later everybody has been silent for too long; whoever may only be stored is kept all the same.
        if (days < 365) {
            assertThat(lethe.rowsAbout(notYet)).contains("chat.message", "vault.subject_key");
        }
        assertThat(lethe.rowsAbout(restricted)).contains("chat.message", "vault.subject_key");
        assertThat(erased.left()).isEmpty();
        var somebody = new VisitorClient(lethe);
        somebody.ask("What is an origin?");
        assertThat(Forgetting.of(lethe, somebody).awaitCertificate().left()).isEmpty();
    }

    // Under the clock as it still is, people are due who will not be.
    private void noSweepYet() throws SQLException, IOException {
        Sql.execute(lethe, "update compliance.retention_schedule set next_at = " + now() + " + interval '50 minutes'");
    }

    private UUID personSilentFor(Duration time) throws SQLException, IOException {
        var visitor = new VisitorClient(lethe);
        visitor.ask("What is an origin?");
        UUID subject = lethe.subjectOf(visitor.conversation());
        Sql.execute(
                lethe,
                "update compliance.subject set created_at = " + now() + " - interval '3 years', last_submission_at = "
                        + now() + " - make_interval(secs => " + Math.max(0, time.toSeconds()) + ") where id = '"
                        + subject
                        + "'");
        return subject;
    }

    private String now() {
        return "(now() + make_interval(secs => " + lethe.clockAhead().toSeconds() + "))";
    }
}
