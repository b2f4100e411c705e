package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.stub.FaultProxy.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The index fails during the whole of an erasure, for longer than anybody likes to wait, and nobody gives the erasure a hand (I5). Not
 * for every day; an hour of it, for each of the ways to fail:
 * {@code ./mvnw verify -pl ear -am -Pfaults -Dit.test=OutageIT -Dfailsafe.failIfNoSpecifiedTests=false -Dlethe.faults.outage=PT1H}.
 */
@Order(67)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "lethe.all-faults", matches = "true")
class OutageIT {

    private static final Duration OUTAGE = Duration.parse(System.getProperty("lethe.faults.outage", "PT1M"));
    private static final Duration SLOWNESS = Duration.ofSeconds(30);

    // The pauses between tries grow up to five minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(7);

    private RunningLethe lethe;
    private FaultySearch search;

    @BeforeAll
    void start() throws Exception {
        lethe = RunningLethe.withFaultySearch();
        search = lethe.faultySearch();
        search.turn(lethe, true);
    }

    @AfterEach
    void heal() throws IOException {
        search.proxy().now(Fault.NONE);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void i5_waitsForTheIndexForAsLongAsItTakes(Fault fault) throws Exception {
        var visitor = search.indexed(lethe, "Do you sell umbrellas in magenta?");
        search.proxy().slowness(SLOWNESS);
        search.proxy().now(fault);
        var erasure = Forgetting.of(lethe, visitor);
        RunningLethe.await("the turn of the index", () -> "LOCAL_DELETED".equals(erasure.state()));

        long end = System.nanoTime() + OUTAGE.toNanos();
        while (System.nanoTime() < end) {
            assertThat(erasure.state()).as(fault.name()).isEqualTo("LOCAL_DELETED");
            Thread.sleep(500);
        }
        search.proxy().now(Fault.NONE);

        RunningLethe.await("the certificate after the outage", PATIENCE, () -> "CERTIFIED".equals(erasure.state()));
        assertThat(erasure.left()).isEmpty();
        if (fault == Fault.SLOW) {
            // What was on its way arrives only now.
            Thread.sleep(SLOWNESS.toMillis());
        }
        assertThat(search.documentsAbout(erasure.subject())).isZero();
    }
}
