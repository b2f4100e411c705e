package eu.lethe.compliance.reports;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.Row;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.restrictions.KeptByLaw;
import eu.lethe.compliance.subjects.Standings.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who talked once, said what is asked of the test, and got an answer from a model. */
final class SomeDossier {

    static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    static final UUID PERSON = UUID.fromString("7d1f2c34-0000-4000-8000-00000000000a");
    private static final UUID TALK = UUID.fromString("7d1f2c34-0000-4000-8000-00000000000b");
    private static final UUID ANSWER = UUID.fromString("7d1f2c34-0000-4000-8000-00000000000c");

    private SomeDossier() {}

    static Dossier saying(String text) {
        var subject = new Subject(AccountId.random(), PERSON, 1);
        return new Dossier(
                "Hill & Dale <Tools>",
                NOW,
                new Standing(subject, false, NOW.minusSeconds(600), NOW.minusSeconds(60), null),
                List.of(talk(), lines(text), pages()),
                List.of(
                        new Dossier.Keeping(
                                "talks",
                                StoreKind.POSTGRESQL,
                                null,
                                Set.of(Category.COMMUNICATION, Category.BEHAVIOUR),
                                Set.of(Purpose.ADVICE),
                                90,
                                Anchor.LAST_SUBMISSION),
                        around("backups", StoreKind.BACKUP),
                        around("browser", StoreKind.BROWSER),
                        around("server-files", StoreKind.FILES)),
                List.of(new KeptByLaw.Law("§ 257 HGB", LocalDate.of(2036, 12, 31), 2)),
                List.of(new Dossier.Receiver(
                        "Model house",
                        "MODEL_PROVIDER",
                        "FI",
                        "EEA",
                        30,
                        Set.of("QUESTION", "HISTORY"),
                        2,
                        NOW.minusSeconds(300),
                        NOW.minusSeconds(60))));
    }

    private static Dossier.Keeping around(String store, StoreKind kind) {
        return new Dossier.Keeping(
                store, kind, null, Set.of(Category.IDENTIFIER), Set.of(Purpose.SECURITY), null, null);
    }

    private static Holding talk() {
        return holding(
                "talk",
                new Row()
                        .with("id", TALK)
                        .with("startedAt", NOW.minusSeconds(600))
                        .with("language", "fi")
                        .with("mood", "CALM"));
    }

    private static Holding lines(String text) {
        return holding(
                "line",
                line(UUID.randomUUID(), "ME", text, null),
                line(ANSWER, "SOFTWARE", "Yes: the workshop is open until six [1].", 0.87));
    }

    private static Row line(UUID id, String who, String text, @Nullable Double certainty) {
        return new Row()
                .with("id", id)
                .with("talk", TALK)
                .with("who", who)
                .with("text", text)
                .with("at", NOW.minusSeconds(590))
                .with("certainty", certainty)
                .with("stopped", certainty == null ? null : false);
    }

    private static Holding pages() {
        return holding(
                "page",
                new Row()
                        .with("line", ANSWER)
                        .with("title", "Opening hours")
                        .with("address", "https://tools.example/hours"));
    }

    private static Holding holding(String entity, Row... rows) {
        return Holding.of(
                "talks",
                SomeDossier.class,
                new Extract(entity, List.of(rows).stream().map(Row::map).toList()));
    }
}
