package eu.lethe.chat.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eu.lethe.chat.embeddings.Embeddings;
import eu.lethe.chat.index.Index.IndexedDocument;
import eu.lethe.compliance.kernel.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a real OpenSearch. */
@Tag("servers")
class IndexTest {
    private static final Embeddings EMBEDDINGS = new Embeddings(Optional.empty());

    private final AccountId account = AccountId.random();
    private final UUID site = UUID.randomUUID();
    private final UUID document = UUID.randomUUID();
    private final Index index = TestIndex.at(TestTranscripts.node().url().toString(), EMBEDDINGS);

    @Test
    void saysThatTheIndexIsUnavailableIfNobodyAnswers() {
        Index nobody = TestIndex.at("http://127.0.0.1:1", EMBEDDINGS);

        assertThatThrownBy(() -> nobody.find(search(account, "anything"))).isInstanceOf(IndexUnavailable.class);
    }

    @Test
    void findsByWordsAndByMeaning() {
        IndexedPassage passage = passage("en", "Your account is locked for ten minutes.");
        index.put(List.of(passage, passage("de", "Die Läden öffnen um acht Uhr.")));

        Matches matches = index.find(search(account, "Your account is locked for ten minutes."));

        assertThat(matches.degraded()).isFalse();
        assertThat(matches.dense()).hasSize(2).first().satisfies(match -> {
            assertThat(match.id()).isEqualTo(passage.id());
            assertThat(match.text()).isEqualTo(passage.text());
            assertThat(match.score()).isCloseTo(1, within(0.01));
        });
        assertThat(matches.lexical()).extracting(Match::id).containsExactly(passage.id());
        assertThat(index.find(search(account, "laden")).lexical()).hasSize(1);
    }

    @Test
    void showsNothingToAnotherAccount() {
        index.put(List.of(passage("en", "Secret of the first account.")));

        Matches matches = index.find(search(AccountId.random(), "secret account"));

        assertThat(matches.dense()).isEmpty();
        assertThat(matches.lexical()).isEmpty();
    }

    @Test
    void removesADocumentButForWhatStays() {
        IndexedPassage old = passage("en", "Old text about returns.");
        IndexedPassage kept = passage("en", "Text about returns that stays.");
        index.put(List.of(old, kept));

        index.removeDocument(account, document, Set.of(kept.id()));
        assertThat(index.find(search(account, "returns")).lexical())
                .extracting(Match::id)
                .containsExactly(kept.id());

        index.removeSource(account, kept.source());
        assertThat(index.find(search(account, "returns")).dense()).isEmpty();
    }

    @Test
    void removesOnlyWhatTheAccountOwns() {
        index.put(List.of(passage("en", "Opening hours on Sunday.")));

        index.removeSite(AccountId.random(), site);

        assertThat(index.find(search(account, "opening hours")).lexical()).hasSize(1);
        index.removeSite(account, site);
        assertThat(index.find(search(account, "opening hours")).lexical()).isEmpty();
    }

    @Test
    void listsTheDocumentsItHasPassagesOf() {
        index.put(List.of(passage("en", "Opening hours on Sunday."), passage("en", "Closed on Monday.")));

        List<IndexedDocument> found = new ArrayList<>(index.documents(null, 1));
        while (!index.documents(found.get(found.size() - 1), 1).isEmpty()) {
            found.addAll(index.documents(found.get(found.size() - 1), 1));
        }

        assertThat(found).doesNotHaveDuplicates().contains(new IndexedDocument(account, document));
    }

    private Search search(AccountId asking, String text) {
        return new Search(asking, site, "en", text, EMBEDDINGS.embedQuestion(text), 10);
    }

    private IndexedPassage passage(String language, String text) {
        return new IndexedPassage(
                UUID.randomUUID(),
                account,
                site,
                site,
                document,
                0,
                language,
                "Help",
                "",
                text,
                "https://example.com/help",
                EMBEDDINGS.embed(text));
    }
}
