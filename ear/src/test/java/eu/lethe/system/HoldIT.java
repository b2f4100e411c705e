package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Legal holds around an erasure (I14): there before it, released while it is at a step, written in while it is at a step, released
 * after it. At every point that has a name with {@code -Pfaults}, otherwise where a hold is found.
 */
@Order(28)
class HoldIT {

    private final RunningLethe lethe = RunningLethe.withoutModel();

    static Stream<String> points() throws Exception {
        return DrillPoints.allOr(RunningLethe.withoutModel(), "before-removing-the-root", "after-certified");
    }

    /** A person with a conversation that is held and one that is not. */
    private record Person(VisitorClient visitor, UUID subject, UUID held, UUID other) {}

    @Test
    void i14_keepsTheHeldConversationOnlyAndForgetsItWithTheHold() throws Exception {
        Person person = somebody();
        UUID hold = hold(person);

        var erasure = Forgetting.of(lethe, person.visitor()).awaitCertificate();

        assertThat(messages(person.held())).isEqualTo(2);
        assertThat(messages(person.other())).isZero();
        assertThat(erasure.left()).doesNotContain("chat.visitor", "vault.subject_key");
        assertThat(heldBy(erasure.subject())).isEqualTo("PARTIAL_HELD");

        release(hold);

        goneWithEveryKey(erasure);
    }

    @ParameterizedTest
    @MethodSource("points")
    void i14_finishesWhenTheHoldEndsInTheMiddle(String point) throws Exception {
        Person person = somebody();
        UUID hold = hold(person);
        lethe.pauseAt(point);
        var erasure = Forgetting.of(lethe, person.visitor());
        RunningLethe.await("the erasure to get to " + point, lethe::isPaused);
        assertThat(messages(person.held())).as("what is held").isEqualTo(2);

        release(hold);
        lethe.goOn();

        goneWithEveryKey(erasure);
    }

    // The application refuses to hold what is being erased; whoever writes to the database by hand is not asked.
    @ParameterizedTest
    @MethodSource("points")
    void i14_keepsWhatIsStillThereWhenAHoldIsWrittenInTheMiddle(String point) throws Exception {
        Person person = somebody();
        lethe.pauseAt(point);
        var erasure = Forgetting.of(lethe, person.visitor());
        RunningLethe.await("the erasure to get to " + point, lethe::isPaused);
        long there = messages(person.held());
        UUID hold = hold(person);
        lethe.goOn();

        erasure.awaitCertificate();
        assertThat(messages(person.held())).as("what is held").isEqualTo(there);
        assertThat(messages(person.other())).isZero();
        release(hold);

        goneWithEveryKey(erasure);
    }

    private void goneWithEveryKey(Forgetting erasure) {
        RunningLethe.await("what was held to go", () -> erasure.left().isEmpty());
        RunningLethe.await("the certificate", () -> "CERTIFIED".equals(erasure.state()));
        RunningLethe.await("the erasure to wait for no hold", () -> heldBy(erasure.subject()) == null);
        RunningLethe.await(
                "every key of the erasure to be shredded",
                () -> Sql.number(
                                lethe,
                                "lethe_vault",
                                "select count(*) from vault.subject_key where subject_id = '" + job(erasure) + "'")
                        == 0);
    }

    private Person somebody() throws SQLException, IOException {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        UUID held = visitor.conversation();
        var again = visitor.inAnotherConversation();
        again.ask("What is an origin?");
        DrillPoints.addMessages(lethe, again.conversation());
        return new Person(visitor, lethe.subjectOf(held), held, again.conversation());
    }

    private UUID hold(Person person) throws SQLException, IOException {
        UUID hold = UUID.randomUUID();
        Sql.execute(
                lethe,
                "insert into compliance.legal_hold (id, account_id, law, until, items, placed_by, placed_at)"
                        + " select '" + hold + "', account_id, '§ 257 HGB', current_date + 30, 1, account_id, now()"
                        + " from chat.site where public_key = 'demo'");
        Sql.execute(
                lethe,
                "insert into compliance.hold_item (hold_id, account_id, subject_id, entity_id) select '" + hold
                        + "', account_id, '" + person.subject() + "', '" + person.held()
                        + "' from chat.site where public_key = 'demo'");
        return hold;
    }

    private void release(UUID hold) throws SQLException, IOException {
        Sql.execute(lethe, "update compliance.legal_hold set until = current_date - 1 where id = '" + hold + "'");
        Sql.execute(lethe, "update compliance.retention_schedule set next_at = now()");
        RunningLethe.await(
                "the hold to be released",
                () -> Sql.number(
                                lethe,
                                "lethe",
                                "select count(*) from compliance.legal_hold where id = '" + hold
                                        + "' and released_at is not null")
                        == 1);
    }

    private long messages(UUID conversation) throws SQLException, IOException {
        return Sql.number(
                lethe, "lethe", "select count(*) from chat.message where conversation_id = '" + conversation + "'");
    }

    private UUID job(Forgetting erasure) throws SQLException, IOException {
        return UUID.fromString(
                text("select id from compliance.erasure_job where subject_id = '" + erasure.subject() + "'"));
    }

    private String heldBy(UUID subject) throws SQLException, IOException {
        return text("select held_up from compliance.erasure_job where subject_id = '" + subject + "'");
    }

    private String text(String query) throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var rows = data.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
