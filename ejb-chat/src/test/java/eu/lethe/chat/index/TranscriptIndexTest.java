package eu.lethe.chat.index;

import static eu.lethe.chat.index.TestTranscripts.NOW;
import static eu.lethe.chat.index.TestTranscripts.said;
import static eu.lethe.chat.index.TestTranscripts.somebody;
import static eu.lethe.chat.index.TestTranscripts.version;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.chat.index.TranscriptChange.Removed;
import eu.lethe.chat.index.TranscriptErasure.Group;
import eu.lethe.chat.index.TranscriptErasure.Groups;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a real OpenSearch. */
@Tag("servers")
class TranscriptIndexTest {

    private final TestTranscripts search = TestTranscripts.straight();
    private final Subject subject = somebody();
    private final AccountId account = subject.account();

    @Test
    void findsConversationsByTheirWordsLatestFirst() {
        UUID older = UUID.randomUUID();
        UUID newer = UUID.randomUUID();
        search.index.mustWrite(List.of(
                said(subject, older, NOW.minus(Duration.ofDays(9)), "My order of two lamps arrived broken."),
                said(subject, newer, NOW, "When will the broken lamp be replaced?"),
                said(subject, newer, NOW, "The lamps are on their way.")));
        search.erasure.count(account, List.of(subject.id()));

        assertThat(search.index.conversations(account, "broken lamps", 10)).containsExactly(newer, older);
        assertThat(search.index.conversations(account, "\"arrived broken\"", 10))
                .containsExactly(older);
        assertThat(search.index.conversations(account, "repl*", 10)).containsExactly(newer);
        assertThat(search.index.conversations(account, "broken umbrella", 10)).isEmpty();
        assertThat(search.index.conversations(account, "\"( broken", 10)).hasSize(2);
        assertThat(search.index.conversations(AccountId.random(), "broken", 10)).isEmpty();
    }

    @Test
    void letsNoChangeUndoALaterOne() {
        var message = said(subject, "first");
        var later = new Removed(message.message(), NOW, version());
        search.index.mustWrite(List.of(later));

        assertThat(search.index.write(List.of(message))).containsExactly(message.message());
        assertThat(search.erasure.count(account, List.of(subject.id()))).isZero();
    }

    @Test
    void removesWhatIsOlderAndLeavesTheRest() {
        var old = said(subject, UUID.randomUUID(), NOW.minus(Duration.ofDays(30)), "old");
        search.index.mustWrite(List.of(old, said(subject, "new")));

        assertThat(search.erasure.countBefore(account, NOW)).isOne();
        assertThat(search.erasure.removeBefore(account, NOW)).isOne();
        assertThat(search.erasure.removeBefore(AccountId.random(), NOW.plusSeconds(1)))
                .isZero();
        assertThat(search.erasure.count(account, List.of(subject.id()))).isOne();
    }

    @Test
    void listsWhoIsIndexedAPortionAtATime() {
        List<TranscriptChange> messages = IntStream.range(0, 25)
                .mapToObj(i -> (TranscriptChange) said(subject, "Sentence " + i))
                .toList();
        search.index.mustWrite(messages);
        search.erasure.count(account, List.of(subject.id()));

        Set<Group> found = new HashSet<>();
        Groups page = search.erasure.groups(account, null, 10);
        while (page.next() != null) {
            found.addAll(page.groups());
            page = search.erasure.groups(account, page.next(), 10);
        }
        found.addAll(page.groups());

        assertThat(found)
                .hasSize(25)
                .allMatch(group -> group.subject().equals(subject.id()) && group.generation() == 1);
    }

    @Test
    void findsWordsOfSomebodyInWhatOthersSaid() {
        search.index.mustWrite(
                List.of(said(subject, "Ask Ida.Example@mail.example about it."), said(subject, "Nothing.")));

        assertThat(search.index.mentions(account, Set.of("ida.example@mail.example", "no such word")))
                .isOne();
        assertThat(search.index.mentions(AccountId.random(), Set.of("ida.example@mail.example")))
                .isZero();
    }
}
