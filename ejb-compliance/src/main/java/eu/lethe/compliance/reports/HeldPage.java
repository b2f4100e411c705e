package eu.lethe.compliance.reports;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of a report that shows the data itself: what belongs together stands together, and talk reads as talk. */
final class HeldPage {

    private final Texts texts;
    private final List<Holding> holdings;
    private final Map<Holding, Cells> cells = new IdentityHashMap<>();
    private final Map<Holding, Map<Object, List<Map<String, Object>>>> byParent = new IdentityHashMap<>();

    HeldPage(List<Holding> holdings, Texts texts) {
        this.holdings = holdings;
        this.texts = texts;
        for (var holding : holdings) {
            var part = holding.schema().partOf();
            if (part != null) {
                byParent.put(holding, grouped(holding, part.field()));
            }
        }
    }

    /** Everything, entity by entity; what belongs to another row is shown with that row. */
    void show(Tag page) {
        for (var holding : holdings) {
            if (!holding.rows().isEmpty() && isOnItsOwn(holding)) {
                show(page.tag("section", "entity"), holding);
            }
        }
    }

    private void show(Tag section, Holding holding) {
        section.tag("h3").text(cells(holding).titles().all());
        if (holding.schema().heading() != null) {
            holding.rows().forEach(row -> card(section.tag("div", "card"), holding, row));
        } else if (holding.rows().size() == 1) {
            var only = holding.rows().get(0);
            var card = section.tag("div", "card");
            cells(holding).facts(card, only, cells(holding).columns());
            reference(card, cells(holding), only);
        } else {
            cells(holding).grid(section, holding.rows());
        }
    }

    private void card(Tag card, Holding holding, Map<String, Object> row) {
        var shown = cells(holding);
        String heading = Objects.requireNonNull(holding.schema().heading());
        card.tag("h4").text(shown.titles().one() + " · " + shown.text(heading, row.get(heading)));
        shown.facts(
                card,
                row,
                shown.columns().stream().filter(field -> !field.equals(heading)).toList());
        parts(card, holding, row);
        reference(card, shown, row);
    }

    // The id by which a person can name this to the company.
    private void reference(Tag card, Cells shown, Map<String, Object> row) {
        if (row.get("id") instanceof String id && !shown.columns().contains("id")) {
            card.tag("p", "reference")
                    .text(texts.get("held.reference") + " ")
                    .tag("code")
                    .text(id);
        }
    }

    private void parts(Tag parent, Holding whole, Map<String, Object> row) {
        for (var part : holdings) {
            if (isPartOf(part, whole)) {
                var rows = byParent.getOrDefault(part, Map.of()).getOrDefault(row.get("id"), List.of());
                if (!rows.isEmpty()) {
                    show(parent, part, rows);
                }
            }
        }
    }

    private void show(Tag parent, Holding part, List<Map<String, Object>> rows) {
        var speech = part.schema().speech();
        if (speech != null) {
            var talk = parent.tag("ol", "talk");
            rows.forEach(row -> said(talk, part, speech, row));
        } else {
            parent.tag("p", "parts").text(cells(part).titles().all());
            var list = parent.tag("ul", "parts");
            rows.forEach(row -> cells(part).line(list.tag("li"), row));
        }
    }

    private void said(Tag talk, Holding part, EntitySchema.Speech speech, Map<String, Object> row) {
        var shown = cells(part);
        boolean own = speech.own().equals(row.get(speech.speaker()));
        var turn = talk.tag("li", own ? "own" : "other");
        var by = turn.tag("p", "by");
        by.tag("strong").text(shown.text(speech.speaker(), row.get(speech.speaker())));
        by.text(" · " + shown.text(speech.at(), row.get(speech.at())));
        turn.tag("p", "said").text(shown.text(speech.text(), row.get(speech.text())));
        shown.facts(
                turn,
                row,
                shown.columns().stream()
                        .filter(field -> isNews(part, speech, field, row.get(field)))
                        .toList());
        parts(turn, part, row);
    }

    private static boolean isNews(Holding part, EntitySchema.Speech speech, String field, @Nullable Object value) {
        return value != null
                && !List.of(speech.speaker(), speech.at(), speech.text()).contains(field)
                && !part.schema().field(field).isUsual(value);
    }

    private Cells cells(Holding holding) {
        return cells.computeIfAbsent(holding, shown -> new Cells(shown, texts));
    }

    private boolean isOnItsOwn(Holding holding) {
        return holdings.stream().noneMatch(other -> isPartOf(holding, other));
    }

    private static boolean isPartOf(Holding part, Holding whole) {
        var of = part.schema().partOf();
        return of != null && of.entity().equals(whole.entity());
    }

    private static Map<Object, List<Map<String, Object>>> grouped(Holding holding, String field) {
        return holding.rows().stream().collect(Collectors.groupingBy(row -> row.get(field)));
    }
}
