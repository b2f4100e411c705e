package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Answers from a model behind an OpenAI-compatible endpoint. */
@Order(80)
class ModelIT {

    private final RunningLethe lethe = RunningLethe.withModel();

    @BeforeEach
    void awaitTheKnowledge() {
        RunningLethe.await(
                "something to answer from",
                () -> !new VisitorClient(lethe)
                        .ask("Where are the messages of visitors stored?")
                        .done()
                        .getJsonArray("citations")
                        .isEmpty());
    }

    @Test
    void letsTheModelSpeakAndCitesWhatItWasGiven() {
        var answer = new VisitorClient(lethe).ask("Where are the messages of visitors stored?");

        assertThat(answer.text()).contains("[1]");
        assertThat(answer.named("delta").count()).isGreaterThan(3);
        assertThat(answer.done().getJsonArray("citations")).isNotEmpty();
    }

    @Test
    void tellsTheModelNothingThatIdentifiesTheVisitor() {
        var visitor = new VisitorClient(lethe);
        visitor.ask("I am reachable at canary.person@example.org or +358 40 123 4567. Where are messages stored?");

        String prompts = String.join("\n", lethe.model().requests());

        assertThat(prompts).contains("Where are messages stored?");
        assertThat(prompts)
                .doesNotContain("canary.person@example.org")
                .doesNotContain("40 123 4567")
                .doesNotContain(String.valueOf(visitor.conversation()))
                .doesNotContain("www.example.org/prices")
                .doesNotContain("\"user\":");
    }

    @Test
    void i15_asksNoModelForSomebodyWhoseDataMayOnlyBeStored() {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are messages stored?");
        RetentionIT.restrict(visitor);
        int before = lethe.model().requests().size();

        var answer = visitor.ask("Where are the keys kept?");

        assertThat(answer.text()).contains("processing of your data is restricted");
        assertThat(lethe.model().requests()).hasSize(before);
    }

    @Test
    void endsTheCallWhenTheVisitorLeavesWhileTheModelThinks() throws Exception {
        lethe.model().insistOn("stub?ttft=60000");
        try {
            int before = lethe.model().stats().aborted();
            var leaving = new Leaving(lethe);
            leaving.ask("Where are the messages of visitors stored?");
            RunningLethe.await("the call to begin", () -> lethe.model().stats().active() > 0);

            long left = leaving.leave();
            RunningLethe.await("the call to end", () -> lethe.model().stats().aborted() > before);

            System.out.printf("The call ended %d ms after the visitor left%n", (System.nanoTime() - left) / 1_000_000);
        } finally {
            lethe.model().insistOn(null);
        }
    }

    @Test
    void endsAnAnswerInAConversationThatIsErasedAndKeepsNothingOfIt() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Where are the messages of visitors stored?");
        lethe.model().insistOn("stub?ttft=60000");
        try {
            var asking = CompletableFuture.supplyAsync(() -> visitor.copy().ask("Where are the keys kept?"));
            RunningLethe.await("the call to begin", () -> lethe.model().stats().active() > 0);

            var erased = Program.ofTheDemo(lethe).send("DELETE", "conversations/" + visitor.conversation(), null, null);

            assertThat(erased.status()).as(erased.text()).isEqualTo(202);
            assertThat(asking.get(20, TimeUnit.SECONDS).done().getString("problem"))
                    .isEqualTo("conversation-not-found");
            RunningLethe.await("the call to end", () -> lethe.model().stats().active() == 0);
            // What was still to be searched goes with the erasure's next step, if the account has a search.
            Set<String> ledgers = Set.of("compliance.erasure_job", "compliance.audit_event");
            RunningLethe.await(
                    "nothing else to be left",
                    () -> ledgers.containsAll(
                            Traces.of(lethe, visitor.conversation().toString())));
        } finally {
            lethe.model().insistOn(null);
        }
    }
}
