package eu.lethe.chat.quality;

import eu.lethe.chat.embeddings.Embeddings;
import eu.lethe.chat.extraction.Chunk;
import eu.lethe.chat.extracts.TestReading;
import eu.lethe.chat.index.Index;
import eu.lethe.chat.index.IndexedPassage;
import eu.lethe.chat.index.Match;
import eu.lethe.chat.index.Matches;
import eu.lethe.chat.index.Search;
import eu.lethe.chat.index.TestIndex;
import eu.lethe.chat.retrieval.Findings;
import eu.lethe.chat.retrieval.Passage;
import eu.lethe.chat.retrieval.Retrieval;
import eu.lethe.compliance.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures retrieval, abstention and time on a help centre and its questions, and fits the calibration: on odd questions, while it
 * reports on even ones.
 */
public final class AnswerQuality {
    /** What the assistant reads, and what is ranked here. */
    private static final int READ = 6;

    private static final int RANKED = 40;
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "ro", "tr");

    private final Embeddings embeddings = new Embeddings(Optional.empty());
    private final AccountId account = new AccountId(UUID.nameUUIDFromBytes("quality".getBytes(StandardCharsets.UTF_8)));
    private final Index index;
    private final Retrieval retrieval;
    private final TestReading reading;

    private AnswerQuality(String url) {
        index = TestIndex.at(url, embeddings);
        retrieval = new Retrieval(embeddings, index);
        reading = new TestReading(embeddings);
    }

    /**
     * Prints all figures and returns those of the English questions about the help centre.
     *
     * @param xquad folder of XQuAD, or null to do without
     */
    static Figures measure(String url, Path helpCentre, List<Question> questions, @Nullable Path xquad)
            throws Exception {
        List<Ground> grounds = new ArrayList<>();
        UUID site = UUID.nameUUIDFromBytes("help".getBytes(StandardCharsets.UTF_8));
        grounds.add(new Ground("help centre", site, new HelpCentre().read(helpCentre), questions, true, 1));
        if (xquad != null) {
            for (String language : LANGUAGES) {
                grounds.add(Xquad.read(xquad, language));
            }
        }
        return new Figures(new AnswerQuality(url).run(grounds));
    }

    private List<Outcome> run(List<Ground> grounds) {
        List<Outcome> reported = new ArrayList<>();
        List<Outcome> tuning = new ArrayList<>();
        for (Ground ground : grounds) {
            write(ground);
            List<Outcome> outcomes =
                    ground.questions().stream().map(q -> outcome(ground, q)).toList();
            tuning.addAll(half(outcomes, 0));
            reported.addAll(half(outcomes, 1));
            report(ground.name(), half(outcomes, 1));
        }
        time(grounds.get(0));
        fit("understood", tuning, true);
        fit("other", tuning, false);
        return reported.stream()
                .limit(half(grounds.get(0).questions(), 1).size())
                .filter(o -> o.question().language().equals("en"))
                .toList();
    }

    private static <T> List<T> half(List<T> all, int parity) {
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == parity)
                .mapToObj(all::get)
                .toList();
    }

    private void write(Ground ground) {
        index.removeSite(account, ground.site());
        List<IndexedPassage> passages = new ArrayList<>();
        for (Page page : ground.pages()) {
            UUID document = UUID.nameUUIDFromBytes(page.location().getBytes(StandardCharsets.UTF_8));
            for (Chunk chunk : page.chunks()) {
                passages.add(new IndexedPassage(
                        UUID.randomUUID(),
                        account,
                        ground.site(),
                        ground.site(),
                        document,
                        passages.size(),
                        page.language(),
                        page.title(),
                        chunk.heading(),
                        chunk.text(),
                        page.location(),
                        embeddings.embed(chunk.heading() + "\n" + chunk.text())));
            }
        }
        index.put(passages);
    }

    private Outcome outcome(Ground ground, Question question) {
        Findings findings = retrieval.passagesFor(account, ground.site(), question.language(), question.text(), RANKED);
        Matches matches = index.find(new Search(
                account,
                ground.site(),
                findings.language(),
                question.text(),
                embeddings.embedQuestion(question.text()),
                RANKED));
        TestReading.Result read = reading.of(
                question.text(),
                new Findings(
                        findings.language(),
                        findings.passages().stream().limit(READ).toList(),
                        findings.degraded()));
        return new Outcome(
                question,
                Outcome.rank(findings.passages().stream().map(Passage::location).toList(), question),
                Outcome.rank(locations(matches.lexical()), question),
                Outcome.rank(locations(matches.dense()), question),
                question.pages().contains(read.location()),
                ground.related() ? question.isAnswerable() : question.pages().contains(read.location()),
                read.confidence(),
                read.signals(),
                ground.weight());
    }

    private static List<String> locations(List<Match> matches) {
        return matches.stream().map(Match::location).toList();
    }

    private static void report(String name, List<Outcome> outcomes) {
        outcomes.stream()
                .collect(Collectors.groupingBy(
                        o -> o.question().language().equals("en") ? "en" : "other", TreeMap::new, Collectors.toList()))
                .forEach((language, some) -> {
                    Figures figures = new Figures(some);
                    System.out.println(name + ", " + language);
                    System.out.println(figures.ranking("hybrid", Outcome::hybrid));
                    System.out.println(figures.ranking("BM25", Outcome::lexical));
                    System.out.println(figures.ranking("k-NN", Outcome::dense));
                    System.out.println(figures.ranking("quoted", o -> o.right() ? 1 : 0));
                    System.out.printf(Locale.ROOT, "  abstention AUROC %.3f%n", figures.auroc());
                    DoubleStream.of(0.3, 0.4, 0.5, 0.6, 0.7).forEach(t -> System.out.println(figures.threshold(t)));
                });
    }

    private void time(Ground ground) {
        List<Long> embedding = new ArrayList<>();
        List<Long> finding = new ArrayList<>();
        List<Long> quoting = new ArrayList<>();
        TestReading fresh = new TestReading(embeddings);
        for (Question question : ground.questions()) {
            long start = System.nanoTime();
            embeddings.embedQuestion(question.text());
            long embedded = System.nanoTime();
            Findings findings =
                    retrieval.passagesFor(account, ground.site(), question.language(), question.text(), READ);
            long found = System.nanoTime();
            fresh.extracts().from(question.text(), findings);
            embedding.add(embedded - start);
            finding.add(found - embedded);
            quoting.add(System.nanoTime() - found);
        }
        System.out.printf(
                Locale.ROOT,
                "p50 of %d: embedding %.1f ms, retrieval with embedding %.1f ms, extract %.1f ms%n",
                embedding.size(),
                median(embedding),
                median(finding),
                median(quoting));
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElse(0L) / 1e6;
    }

    private static void fit(String name, List<Outcome> outcomes, boolean english) {
        List<Outcome> some = outcomes.stream()
                .filter(o -> o.question().language().equals("en") == english)
                .toList();
        String weights = Arrays.stream(Regression.fit(some))
                .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                .collect(Collectors.joining(", "));
        System.out.println(name + "=" + weights);
    }
}
