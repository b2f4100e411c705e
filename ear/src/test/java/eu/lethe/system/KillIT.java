package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The application dies in the middle of an erasure, at any point that has a name; it is started again and finishes what it began
 * (I3). With {@code -Pfaults} at each of the points, which an erasure that nobody disturbs says as it passes them; otherwise where
 * the most could go wrong.
 */
@Order(70)
class KillIT {

    private static final String REMOVED = "\"conversations\" \"DELETE\" \"DONE\" %1$d %1$d 0";
    private static final int CONVERSATION_AND_TURN = 3;
    private static final int MANY = CONVERSATION_AND_TURN + DrillPoints.MORE_THAN_A_BITE;

    // Inside the commit, with the number of databases that are prepared then.
    private static final Map<String, Integer> DECIDED = Map.of("fence-committing", 1, "fence-half-committed", 1);
    private static final Map<String, Integer> UNDECIDED = Map.of("fence-half-prepared", 1, "fence-preparing", 2);

    private final RunningLethe lethe = RunningLethe.withoutModel();

    static Stream<String> points() throws Exception {
        return DrillPoints.allOr(RunningLethe.withoutModel(), "between-bites-of-conversations");
    }

    static Stream<Entry<String, Integer>> decided() {
        return DECIDED.entrySet().stream().filter(point -> isAsked(point.getKey(), "fence-half-committed"));
    }

    static Stream<Entry<String, Integer>> undecided() {
        return UNDECIDED.entrySet().stream().filter(point -> isAsked(point.getKey(), "fence-preparing"));
    }

    private static boolean isAsked(String point, String everyDay) {
        return Boolean.getBoolean("lethe.all-faults") || point.equals(everyDay);
    }

    @ParameterizedTest
    @MethodSource("points")
    void i3_endsCertifiedWhereverTheServerIsKilled(String point) throws Exception {
        var visitor = talker();
        UUID subject = lethe.subjectOf(visitor.conversation());

        kill(visitor, point);
        RunningLethe.await("the server to be back", lethe::answers);

        certifiedAndGone(visitor, subject, MANY);
    }

    @ParameterizedTest
    @MethodSource("decided")
    void i3_finishesAFenceThatWasDecided(Entry<String, Integer> point) throws Exception {
        var visitor = talker();
        UUID subject = lethe.subjectOf(visitor.conversation());

        kill(visitor, point.getKey());
        assertThat(prepared()).as("databases that wait for the decision").isEqualTo(point.getValue());
        RunningLethe.await("the server to be back", lethe::answers);

        certifiedAndGone(visitor, subject, MANY);
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void i3_undoesAFenceThatWasNotDecided(Entry<String, Integer> point) throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        UUID subject = lethe.subjectOf(visitor.conversation());

        kill(visitor, point.getKey());
        assertThat(prepared()).as("databases that are prepared").isEqualTo(point.getValue());
        RunningLethe.await("the server to be back", lethe::answers);
        RunningLethe.await("the halves of the transaction to be undone", () -> prepared() == 0);

        assertThat(Forgetting.of(lethe, subject).state()).isNull();
        assertThat(transcript(visitor)).as("the person is still there, whole").isEqualTo(200);
        Forgetting.of(lethe, visitor);
        certifiedAndGone(visitor, subject, CONVERSATION_AND_TURN);
    }

    private VisitorClient talker() throws SQLException, IOException {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        DrillPoints.addMessages(lethe, visitor.conversation());
        return visitor;
    }

    private void kill(VisitorClient visitor, String point) throws IOException {
        lethe.haltAt(point);
        Forgetting.askAndLose(visitor);
        RunningLethe.await("the server to reach " + point, lethe::hasHalted);
    }

    private void certifiedAndGone(VisitorClient visitor, UUID subject, int removed) throws SQLException, IOException {
        var forgetting = Forgetting.of(lethe, subject).awaitCertificate();
        assertThat(forgetting.left()).isEmpty();
        assertThat(forgetting.counts()).contains(String.format(REMOVED, removed));
        assertThat(prepared()).as("prepared transactions that are left").isZero();
        assertThat(transcript(visitor)).isEqualTo(410);
    }

    private int transcript(VisitorClient visitor) {
        return visitor.get("/visitor/sites/demo/conversations/" + visitor.conversation())
                .status();
    }

    private int prepared() throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.createStatement();
                var rows = query.executeQuery("select count(*) from pg_prepared_xacts")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
