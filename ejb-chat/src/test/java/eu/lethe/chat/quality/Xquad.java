package eu.lethe.chat.quality;

import eu.lethe.chat.extraction.Chunker;
import eu.lethe.chat.extraction.Extraction;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * XQuAD: paragraphs of encyclopaedia articles and questions about them, the same in many languages. Every second paragraph is
 * left out, so that half of the questions have no answer though their article is there: the hard kind of unanswerable.
 */
final class Xquad {
    private static final int EVERY = 4;

    public record Root(List<Article> data) {}

    public record Article(String title, List<Paragraph> paragraphs) {}

    public record Paragraph(String context, List<Asked> qas) {}

    public record Asked(String question) {}

    private Xquad() {}

    static Ground read(Path folder, String language) throws Exception {
        List<Page> pages = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        int number = 0;
        int asked = 0;
        for (Article article :
                root(folder.resolve("xquad." + language + ".json")).data()) {
            for (Paragraph paragraph : article.paragraphs()) {
                String location = language + "/" + number;
                boolean isThere = number++ % 2 == 0;
                if (isThere) {
                    pages.add(new Page(
                            language,
                            location,
                            article.title(),
                            Chunker.chunks(Extraction.text(
                                    article.title().replace('_', ' '), paragraph.context(), language))));
                }
                for (Asked question : paragraph.qas()) {
                    if (asked++ % EVERY == 0) {
                        questions.add(
                                new Question(language, question.question(), isThere ? Set.of(location) : Set.of()));
                    }
                }
            }
        }
        UUID site = UUID.nameUUIDFromBytes(("xquad" + language).getBytes(StandardCharsets.UTF_8));
        // There are four other languages: together they weigh what English does.
        return new Ground("xquad " + language, site, pages, questions, false, language.equals("en") ? 0.25 : 0.0625);
    }

    private static Root root(Path file) throws Exception {
        try (InputStream stream = Files.newInputStream(file);
                Jsonb jsonb = JsonbBuilder.create()) {
            return jsonb.fromJson(stream, Root.class);
        } catch (IOException e) {
            throw new IOException("XQuAD is not at " + file, e);
        }
    }
}
