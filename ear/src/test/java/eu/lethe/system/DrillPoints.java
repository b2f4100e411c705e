package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The named points of an erasure at which something can be made to happen to it. */
final class DrillPoints {

    /** More messages than are deleted in one transaction. */
    static final int MORE_THAN_A_BITE = 1100;

    private DrillPoints() {}

    /** All of them after the fence, with {@code -Pfaults}; otherwise the few. */
    static Stream<String> allOr(RunningLethe lethe, String... few) throws Exception {
        return Boolean.getBoolean("lethe.all-faults")
                ? passed(lethe).stream().filter(point -> !point.startsWith("fence-"))
                : Stream.of(few);
    }

    /** What an erasure passes that nobody disturbs: the application says so, and so no list can lack one. */
    static Set<String> passed(RunningLethe lethe) throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        addMessages(lethe, visitor.conversation());
        Forgetting.of(lethe, visitor).awaitCertificate();
        Set<String> points = lethe.drillPointsPassed();
        assertThat(points).contains("fence-preparing", "between-bites-of-conversations", "after-certified");
        return points;
    }

    /** Makes a conversation so long that it is not deleted in one transaction. */
    static void addMessages(RunningLethe lethe, UUID conversation) throws SQLException, IOException {
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
