package eu.lethe.chat.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private final WordPiece wordPiece = WordPiece.from(Objects.requireNonNull(
            WordPiece.class.getResourceAsStream("/models/minilm/all-minilm-l6-v2-q-tokenizer.json")));

    @Test
    void partsWordsFromPunctuation() {
        assertThat(wordPiece.ids("Hello, world!", 512)).containsExactly(101, 7592, 1010, 2088, 999, 102);
    }

    @Test
    void cutsARareWordIntoPieces() {
        assertThat(wordPiece.ids("unaffable", 512)).containsExactly(101, 14477, 20961, 3468, 102);
    }

    @Test
    void readsAccentsAndCapitalsAsPlainLetters() {
        assertThat(wordPiece.ids("CAFÉ", 512)).isEqualTo(wordPiece.ids("cafe", 512));
    }

    @Test
    void takesEachChineseCharacterAsAWord() {
        assertThat(wordPiece.ids("中国", 512))
                .isEqualTo(wordPiece.ids("中 国", 512))
                .hasSize(4);
    }

    @Test
    void dropsControlCharacters() {
        assertThat(wordPiece.ids("he\u0000l\u200Blo", 512)).isEqualTo(wordPiece.ids("hello", 512));
    }

    @Test
    void marksWhatItCannotRead() {
        assertThat(wordPiece.ids("a".repeat(101), 512)).containsExactly(101, 100, 102);
        assertThat(wordPiece.ids("🦄", 512)).containsExactly(101, 100, 102);
    }

    @Test
    void staysInTheWindow() {
        assertThat(wordPiece.ids("word ".repeat(1000), 512)).hasSize(512).endsWith(102L);
    }

    @Test
    void refusesAnotherKindOfTokenizer() {
        byte[] unigram = "{\"model\":{\"type\":\"Unigram\",\"vocab\":{}}}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> WordPiece.from(new ByteArrayInputStream(unigram)))
                .hasMessage("tokenizer.json is not a WordPiece tokenizer");
    }
}
