package eu.lethe.chat.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.sites.Look;
import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.chat.sites.SiteSettings;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final AccountId account = AccountId.random();
    private final Subject visitor = new Subject(account, UUID.randomUUID(), 1);
    private final PublishedSite site = site();
    private final Conversation talk = Conversation.startedBy(visitor, site, "en", "https://example.org/?q=1", NOW);

    @Test
    void numbersMessagesInTheOrderTheyAreHeard() {
        assertThat(List.of(talk.hears(NOW), talk.hears(NOW), talk.hears(NOW))).containsExactly(0, 1, 2);
        assertThat(talk.summary("", false).messages()).isEqualTo(3);
    }

    @Test
    void belongsToItsVisitorOnItsSiteOnly() {
        var somebody = new Subject(account, UUID.randomUUID(), 1);

        assertThat(talk.isOf(visitor, site)).isTrue();
        assertThat(talk.isOf(somebody, site)).isFalse();
        assertThat(talk.isOf(visitor, site())).isFalse();
    }

    @Test
    void isNotOfItsVisitorInALaterGeneration() {
        assertThat(talk.isOf(new Subject(account, visitor.id(), 2))).isFalse();
    }

    @Test
    void remembersTheLowestConfidenceAndWhetherTheLastAnswerWasOne() {
        talk.wasAnswered(answer(0.8, false));
        talk.wasAnswered(answer(0.2, true));
        talk.wasAnswered(answer(0.9, false));

        assertThat(talk.summary("", false).lowestConfidence()).isEqualTo(0.2);
        assertThat(talk.phase()).isEqualTo(Phase.LEARNING);
    }

    private static Answer answer(double confidence, boolean abstained) {
        return new Answer(
                "text",
                MessageState.COMPLETE,
                confidence,
                abstained,
                List.of(),
                "lethe",
                "extracts",
                Phase.LEARNING,
                List.of(),
                null);
    }

    private PublishedSite site() {
        return new PublishedSite(
                account,
                UUID.randomUUID(),
                "shop",
                new SiteSettings(
                        "Shop", List.of(), List.of("en"), "Assistant", null, List.of(), null, null, Look.DEFAULT));
    }
}
