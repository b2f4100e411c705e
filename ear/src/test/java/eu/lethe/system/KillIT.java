package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The application dies in the middle of an erasure, at any point that has a name; it is started again and finishes what it began
 * (I3). All the points with {@code -Pfaults}, otherwise those where the most could go wrong.
 */
@Order(70)
class KillIT {

    private static final int MORE_THAN_A_BITE = 1100;

    private final RunningLethe lethe = RunningLethe.withoutModel();

    static Stream<String> points() {
        Stream<String> few = Stream.of("fence-committing", "between-bites-of-conversations");
        Stream<String> others = Stream.of(
                "after-mirrored",
                "deleting-conversations",
                "deleting-visitors",
                "before-removing-the-root",
                "after-local-deleted",
                "deleting-answers-under-way",
                "after-index-deleted",
                "after-recipients-told",
                "purging",
                "after-purged",
                "verifying",
                "after-verified",
                "certifying",
                "after-certified");
        return Boolean.getBoolean("lethe.all-faults") ? Stream.concat(few, others) : few;
    }

    @ParameterizedTest
    @MethodSource("points")
    void i3_endsCertifiedWhereverTheServerIsKilled(String point) throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        UUID subject = lethe.subjectOf(visitor.conversation());
        addMessages(visitor.conversation());

        lethe.haltAt(point);
        askAndLose(visitor);
        RunningLethe.await("the server to reach " + point, lethe::hasHalted);
        RunningLethe.await("the server to be back", lethe::answers);

        var forgetting = Forgetting.of(lethe, subject).awaitCertificate();
        assertThat(forgetting.left()).isEmpty();
        assertThat(prepared()).as("prepared transactions that are left").isZero();
        assertThat(visitor.get("/visitor/sites/demo/conversations/" + visitor.conversation())
                        .status())
                .isEqualTo(410);
    }

    @ParameterizedTest
    @MethodSource("undecided")
    void i3_undoesAFenceThatWasNotDecided(String point) throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        UUID subject = lethe.subjectOf(visitor.conversation());

        lethe.haltAt(point);
        askAndLose(visitor);
        RunningLethe.await("the server to reach " + point, lethe::hasHalted);
        RunningLethe.await("the server to be back", lethe::answers);
        RunningLethe.await("the halves of the transaction to be undone", () -> prepared() == 0);

        assertThat(Forgetting.of(lethe, subject).state()).isNull();
        assertThat(visitor.get("/visitor/sites/demo/conversations/" + visitor.conversation())
                        .status())
                .as("the person is still there, whole")
                .isEqualTo(200);
        assertThat(Forgetting.of(lethe, visitor).awaitCertificate().left()).isEmpty();
    }

    static Stream<String> undecided() {
        return Stream.of("fence-preparing");
    }

    private static void askAndLose(VisitorClient visitor) {
        try {
            Forgetting.ask(visitor);
        } catch (UncheckedIOException connectionLost) {
            // The server died before it could answer.
        }
    }

    private long prepared() throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.createStatement();
                var rows = query.executeQuery("select count(*) from pg_prepared_xacts")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** More messages than are deleted in one transaction. */
    private void addMessages(UUID conversation) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var copy =
                        data.prepareStatement("insert into chat.message (id, account_id, conversation_id, subject_id,"
                                + " generation, position, author, state, sealed_text, abstained, created_at)"
                                + " select gen_random_uuid(), account_id, id, subject_id, generation, 1000 + n, 'ASSISTANT',"
                                + " 'COMPLETE', decode('01', 'hex'), false, now()"
                                + " from chat.conversation, generate_series(1, ?) n where id = ?")) {
            copy.setInt(1, MORE_THAN_A_BITE);
            copy.setObject(2, conversation);
            copy.executeUpdate();
        }
    }
}
