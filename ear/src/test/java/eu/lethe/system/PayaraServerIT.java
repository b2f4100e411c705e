package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The same EAR on Payara Server, which is what production runs; with {@code -Ppayara-server}. */
@Order(90)
@EnabledIfSystemProperty(named = "lethe.payara-server", matches = ".+")
class PayaraServerIT {

    @Test
    void answersAVisitorFromWhatIsPublished() {
        var lethe = RunningLethe.onPayaraServer();

        RunningLethe.await("an answer with its source", () -> {
            var answer = new VisitorClient(lethe).ask("Where are messages stored?");
            return answer.status() == 200
                    && !answer.done().getJsonArray("citations").isEmpty();
        });

        assertThat(new VisitorClient(lethe).get("/dashboard/login").status()).isEqualTo(200);
        assertThat(new VisitorClient(lethe).get("/health/ready").status()).isEqualTo(200);
    }
}
