package eu.lethe.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.stub.FaultProxy.Fault;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What was said can be found, once an account wants that, and is provably forgotten whatever the search index does. */
@Order(66)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SearchIT {

    private static final List<Fault> FAULTS =
            List.of(Fault.AWAY, Fault.SLOW, Fault.BUSY, Fault.UNAVAILABLE, Fault.HALF);

    private RunningLethe lethe;
    private FaultySearch search;

    @BeforeAll
    void start() throws IOException {
        lethe = RunningLethe.withFaultySearch();
        search = lethe.faultySearch();
    }

    @Test
    @Order(1)
    void searchesNothingUnlessTheAccountWantsIt() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Do you sell umbrellas in magenta?");
        UUID person = lethe.subjectOf(visitor.conversation());
        Thread.sleep(3000);
        assertThat(search.documentsAbout(person)).isZero();

        search.turn(lethe, true);

        RunningLethe.await("what was said before to be searched", () -> search.documentsAbout(person) == 2);
        var later = search.indexed(lethe, "And do you sell lampshades in turquoise?");
        try (var browser = new Browser()) {
            var page = browser.chromium().newPage();
            page.setDefaultTimeout(60_000);
            page.navigate(lethe.url() + "/dashboard/conversations");
            Browser.signIn(page);
            page.fill("#conversations\\:query", "lampshade turquoise");
            page.locator("#conversations\\:query").blur();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page.locator("tbody tr")).containsText("lampshades in turquoise");
        }
        Forgetting.of(lethe, later).awaitCertificate();
    }

    @Test
    @Order(2)
    void i5NeverCertifiesWhileTheIndexFails() throws Exception {
        search.turn(lethe, true);
        var visitor = search.indexed(lethe, "My cat eats marzipan.");
        search.proxy().now(Fault.AWAY);
        var erasure = Forgetting.of(lethe, visitor);

        for (Fault fault : FAULTS) {
            search.proxy().now(fault);
            int tries = tries(erasure.subject());
            RunningLethe.await("another try while the index is " + fault, () -> {
                hasten(erasure.subject());
                return tries(erasure.subject()) > tries;
            });
            assertThat(erasure.state()).as(fault.name()).isEqualTo("LOCAL_DELETED");
        }
        search.proxy().now(Fault.NONE);

        assertThat(erasure.awaitCertificate().left()).isEmpty();
        assertThat(search.documentsAbout(erasure.subject())).isZero();
    }

    @Test
    @Order(3)
    void i6AHeldBulkDoesNotComeBackAfterTheErasure() throws Exception {
        search.turn(lethe, true);
        var held = search.proxy().holdNextBulkWith("liquorice");
        var visitor = new VisitorClient(lethe);
        visitor.ask("Is there liquorice in it?");
        held.awaitCaught();

        var erasure = Forgetting.of(lethe, visitor).awaitCertificate();
        search.node().restart();

        assertThat(held.release()).contains("version_conflict_engine_exception").doesNotContain("\"created\"");
        assertThat(search.documentsAbout(erasure.subject())).isZero();
        assertThat(erasure.left()).isEmpty();
    }

    @Test
    @Order(4)
    void writesNothingMoreIntoAStoreThatIsTurnedOffWhileItIsOnItsWay() throws Exception {
        search.turn(lethe, true);
        var held = search.proxy().holdNextBulkWith("gooseberry");
        var visitor = new VisitorClient(lethe);
        visitor.ask("Is there gooseberry in it?");
        UUID person = lethe.subjectOf(visitor.conversation());
        held.awaitCaught();

        search.turn(lethe, false);

        assertThat(held.release()).contains("\"created\"");
        RunningLethe.await("what came late to be taken back", () -> search.documentsAbout(person) == 0);
    }

    private int tries(UUID person) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.prepareStatement("select s.tries from compliance.erasure_step s join"
                        + " compliance.erasure_job j on j.id = s.job_id where j.subject_id = ?"
                        + " and s.store = 'transcript-search' and s.action = 'DELETE'")) {
            query.setObject(1, person);
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    /** The pauses between the tries grow; the test does not wait for them. */
    private void hasten(UUID person) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var change = data.prepareStatement(
                        "update compliance.erasure_job set next_at = now() where subject_id = ? and lease_until <= now()")) {
            change.setObject(1, person);
            change.executeUpdate();
        }
    }
}
