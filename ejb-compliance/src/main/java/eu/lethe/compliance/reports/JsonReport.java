package eu.lethe.compliance.reports;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An access report for programs. Its fields are English and stay as they are; titles and sentences are in the report's language.
 *
 * @param format {@code lethe-access-report}
 */
public record JsonReport(
        String format,
        int version,
        String language,
        String madeAt,
        String controller,
        Person person,
        List<Held> held,
        List<Dossier.Keeping> kept,
        List<Law> keptByLaw,
        List<Dossier.Receiver> received,
        List<String> source,
        List<String> logic,
        List<Right> rights,
        String complaint) {

    private static final Jsonb JSON =
            JsonbBuilder.create(new JsonbConfig().withFormatting(true).withNullValues(true));

    public record Person(String id, boolean restricted, String knownSince, String lastActivityAt) {}

    /** @param rows as the schema of the entity's export says */
    public record Held(String store, String entity, String title, List<Map<String, Object>> rows) {}

    /** @param until the last day */
    public record Law(String law, String until, long conversations) {}

    public record Right(String name, String title, String text) {}

    static byte[] of(Dossier dossier, Texts texts) {
        var standing = dossier.standing();
        var report = new JsonReport(
                "lethe-access-report",
                1,
                texts.language().getLanguage(),
                dossier.madeAt().toString(),
                dossier.controller(),
                new Person(
                        standing.subject().id().toString(),
                        standing.restricted(),
                        standing.createdAt().toString(),
                        standing.lastActivityAt().toString()),
                dossier.holdings().stream().map(holding -> held(holding, texts)).toList(),
                dossier.keepings(),
                dossier.laws().stream()
                        .map(law -> new Law(law.law(), law.until().toString(), law.conversations()))
                        .toList(),
                dossier.receivers(),
                sentences(texts, dossier, ReportPage.SOURCE),
                sentences(texts, dossier, ReportPage.LOGIC),
                ReportPage.RIGHTS.stream().map(right -> right(right, texts)).toList(),
                texts.get("rights.complaint"));
        return JSON.toJson(report).getBytes(StandardCharsets.UTF_8);
    }

    private static Held held(Holding holding, Texts texts) {
        return new Held(
                holding.store(),
                holding.entity(),
                Titles.of(holding, texts.language()).all(),
                holding.rows());
    }

    private static Right right(String right, Texts texts) {
        return new Right(right, texts.get("right." + right), texts.get("right." + right + ".text"));
    }

    private static List<String> sentences(Texts texts, Dossier dossier, List<String> keys) {
        return keys.stream().map(key -> texts.get(key, dossier.controller())).toList();
    }
}
