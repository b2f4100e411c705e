package eu.lethe.chat.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingsTest {
    private static final Embeddings EMBEDDINGS = new Embeddings(Optional.empty());

    @AfterAll
    static void close() {
        EMBEDDINGS.close();
    }

    @Test
    void givesVectorsOfUnitLength() {
        float[] vector = EMBEDDINGS.embed("How do I change my password?");

        assertThat(vector).hasSize(EMBEDDINGS.dimension()).hasSize(384);
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
    }

    @Test
    void putsAParaphraseNearerThanAnotherMatter() {
        float[] question = EMBEDDINGS.embedQuestion("I forgot my password");

        assertThat(cosine(question, EMBEDDINGS.embed("Reset your login secret if you cannot remember it")))
                .isGreaterThan(cosine(question, EMBEDDINGS.embed("Bananas grow in warm countries")) + 0.2);
    }

    @Test
    void readsBeyondTheFirst128Pieces() {
        String start = "opening hours ".repeat(80);

        assertThat(cosine(
                        EMBEDDINGS.embed(start + "of the shop ".repeat(40)),
                        EMBEDDINGS.embed(start + "tax law ".repeat(60))))
                .isLessThan(0.999);
    }

    @Test
    void takesAnEmptyText() {
        assertThat(EMBEDDINGS.embed("")).hasSize(384);
    }

    @Test
    void saysWhatAFolderMustHold(@TempDir Path empty) {
        assertThatThrownBy(() -> new Embeddings(Optional.of(empty.toString())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lethe.embeddings.folder must hold model.onnx and tokenizer.json");
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
