package eu.lethe.widget.streams;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.answers.Reply;
import eu.lethe.chat.conversations.Answer;
import eu.lethe.chat.conversations.MessageState;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Turn;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunningAnswerTest {

    private static final UUID SECRET = UUID.randomUUID();

    private final MovingClock clock = new MovingClock();
    private final Turn turn = turn();
    private final RunningAnswer answer = new RunningAnswer(turn, "token", SECRET, new Wire(), clock);
    private final List<String> asked = new ArrayList<>();

    RunningAnswerTest() {
        answer.speaks(new Reply() {
            @Override
            public void stop() {
                asked.add("stop");
            }

            @Override
            public void abandon() {
                asked.add("abandon");
            }
        });
    }

    @Test
    void tellsAnAnswerFromItsTurnToItsEnd() {
        var visitor = listening(0);
        answer.delta("Hello");
        answer.ended(complete("Hello"));
        assertThat(visitor.text())
                .contains("event: turn", "\"token\":\"token\"", "\"aiGenerated\":true", "data: {\"text\":\"Hello\"}")
                .contains("event: done", "\"state\":\"COMPLETE\"")
                .containsOnlyOnce("\"text\":\"Hello\"");
        assertThat(visitor.completed).isTrue();
    }

    @Test
    void repeatsTheWholeTextWhenThePiecesDoNotAddUpToIt() {
        var visitor = listening(0);
        answer.delta("Mail to [email-1]");
        answer.ended(complete("Mail to ada@example.org"));
        assertThat(visitor.text()).contains("\"text\":\"Mail to ada@example.org\"");
    }

    @Test
    void goesOnAfterTheLastEventThatWasSeen() {
        listening(0);
        answer.delta("one ");
        answer.delta("two ");
        var back = listening(2);
        answer.delta("three");
        assertThat(back.text()).doesNotContain("event: turn", "one ").contains("two ", "three");
    }

    @Test
    void closesTheOlderConnectionWhenANewOneListens() {
        var first = listening(0);
        listening(1);
        assertThat(first.completed).isTrue();
    }

    @Test
    void isAbandonedOnceWhenNobodyComesBack() {
        var visitor = listening(0);
        visitor.hungUp = true;
        answer.delta("gone");
        tick(Duration.ZERO);
        assertThat(asked).isEmpty();
        tick(Duration.ofMillis(600));
        tick(Duration.ofMillis(600));
        assertThat(asked).containsExactly("abandon");
    }

    @Test
    void isNotAbandonedWhenTheVisitorComesBackInTime() {
        var visitor = listening(0);
        visitor.hungUp = true;
        answer.delta("gone");
        tick(Duration.ZERO);
        tick(Duration.ofMillis(100));
        listening(2);
        tick(Duration.ofMillis(600));
        assertThat(asked).isEmpty();
    }

    @Test
    void showsThatItIsAliveWhileTheModelThinks() {
        var visitor = listening(0);
        tick(Duration.ofMillis(600));
        assertThat(visitor.text()).endsWith(":\n\n");
    }

    @Test
    void letsGoOfAReaderWhoTakesNothing() {
        var visitor = listening(0);
        visitor.stalled = true;
        answer.delta("unread");
        tick(Duration.ofSeconds(31));
        assertThat(visitor.completed).isTrue();
    }

    @Test
    void givesUpAReplyThatNeverEnds() {
        var visitor = listening(0);
        tick(Duration.ofMinutes(6));
        assertThat(asked).containsExactly("stop");
        assertThat(visitor.text()).contains("event: problem", "answer-took-too-long");
    }

    @Test
    void belongsToWhomeverMadeItsSecretAndWithoutOneToNobody() {
        assertThat(answer.isBegunWith(SECRET)).isTrue();
        assertThat(answer.isBegunWith(UUID.randomUUID())).isFalse();
        assertThat(answer.isBegunWith(turn.question())).isFalse();
        assertThat(answer.isBegunWith(null)).isFalse();
        assertThat(new RunningAnswer(turn, "token", null, new Wire(), clock).isBegunWith(null))
                .isFalse();
    }

    private void tick(Duration later) {
        clock.forward(later);
        answer.tick(Patience.USUAL);
    }

    private Connection listening(long position) {
        var connection = new Connection(clock);
        answer.listen(connection.stream, position);
        return connection.opened();
    }

    private static Answer complete(String text) {
        return new Answer(
                text,
                MessageState.COMPLETE,
                0.9,
                false,
                List.of(),
                "lethe",
                "extract",
                Phase.LEARNING,
                List.of(),
                null);
    }

    private static Turn turn() {
        var subject = new Subject(AccountId.random(), UUID.randomUUID(), 1);
        return new Turn(
                subject,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "en",
                Phase.EXPLORING,
                "Hi",
                List.of());
    }
}
