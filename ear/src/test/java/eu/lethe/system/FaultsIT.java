package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.system.RunningLethe.Server;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server dies without a word, in the middle of chatting; the launcher brings it back and nothing said is lost. */
@Order(60)
class FaultsIT {

    private final RunningLethe lethe = RunningLethe.withoutModel();

    @ParameterizedTest
    @EnumSource(Server.class)
    void recoversFromAKilledServerWithoutAHand(Server server) {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        var conversation = visitor.conversation();

        lethe.kill(server);

        RunningLethe.await("an answer after the kill of " + server, () -> {
            var answer = new VisitorClient(lethe).ask("Where are messages stored?");
            return answer.status() == 200
                    && !answer.done().getJsonArray("citations").isEmpty();
        });
        var transcript = visitor.get("/visitor/sites/demo/conversations/" + conversation);
        assertThat(transcript.status()).isEqualTo(200);
        assertThat(transcript.problem().getJsonArray("messages")).hasSize(2);
    }
}
