package eu.lethe.compliance.reports;

import eu.lethe.compliance.personaldata.StoreKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** Lays an access report out as one page that needs nothing else: no script, no picture, no address it would call. */
final class ReportPage {

    private static final List<String> SECTIONS =
            List.of("held", "kept", "received", "source", "logic", "rights", "about");
    static final List<String> SOURCE = List.of("source.text", "source.generated", "source.others");
    static final List<String> LOGIC = List.of("logic.answers", "logic.certainty", "logic.lead", "logic.decisions");
    static final List<String> RIGHTS = List.of(
            "access", "portability", "rectification", "erasure", "restriction", "objection", "withdrawal", "review");

    /** What is around Lethe is where, and stays as long as, the company says. */
    private static final Set<StoreKind> UNSTATED = EnumSet.of(StoreKind.RECIPIENT, StoreKind.BACKUP);

    private final Dossier dossier;
    private final Texts texts;

    private ReportPage(Dossier dossier, Texts texts) {
        this.dossier = dossier;
        this.texts = texts;
    }

    static Document of(Dossier dossier, Texts texts) {
        var page = new ReportPage(dossier, texts);
        var html = Tag.html(texts.language().getLanguage());
        page.head(html.tag("head"));
        page.body(html.tag("body"));
        return html.document();
    }

    private void head(Tag head) {
        String style = resource("report.css");
        head.tag("meta").with("charset", "utf-8");
        // Whatever a page says, a browser that opens it runs nothing and asks nobody.
        head.tag("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", "default-src 'none'; style-src 'sha256-" + sha256(style) + "'");
        head.tag("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1");
        head.tag("meta").with("name", "robots").with("content", "noindex");
        head.tag("meta").with("name", "referrer").with("content", "no-referrer");
        head.tag("meta").with("name", "description").with("content", texts.get("title.line"));
        head.tag("title").text(texts.get("title", dossier.controller()));
        head.tag("style").text(style);
    }

    private void body(Tag body) {
        var header = body.tag("header").tag("div", "inner");
        header.tag("p", "controller").text(dossier.controller());
        header.tag("h1").text(texts.get("title.line"));
        header.tag("p", "lead").text(texts.get("intro", dossier.controller(), texts.moment(dossier.madeAt())));
        var main = body.tag("main");
        if (dossier.standing().restricted()) {
            main.tag("p", "notice").text(texts.get("restricted"));
        }
        figures(main);
        contents(main);
        held(section(main, "held"));
        kept(section(main, "kept"));
        received(section(main, "received"));
        paragraphs(section(main, "source"), SOURCE);
        paragraphs(section(main, "logic"), LOGIC);
        rights(section(main, "rights"));
        about(section(main, "about"));
    }

    private void figures(Tag main) {
        var list = main.tag("ul", "figures");
        for (var holding : dossier.holdings()) {
            boolean counts =
                    holding.schema().partOf() != null || holding.schema().heading() != null;
            if (counts && !holding.rows().isEmpty()) {
                figure(
                        list,
                        holding.rows().size(),
                        Titles.of(holding, texts.language()).all());
            }
        }
        figure(list, dossier.receivers().size(), texts.get("figures.received"));
    }

    private void figure(Tag list, long number, String of) {
        var item = list.tag("li");
        item.tag("strong").text(texts.number(number));
        item.text(" ").tag("span").text(of);
    }

    private void contents(Tag main) {
        var list = main.tag("nav").with("aria-label", texts.get("contents")).tag("ol");
        for (String section : SECTIONS) {
            list.tag("li").tag("a").with("href", "#" + section).text(texts.get(section));
        }
    }

    private Tag section(Tag main, String name) {
        var section = main.tag("section").with("id", name);
        section.tag("h2").text(texts.get(name));
        return section;
    }

    private void held(Tag section) {
        boolean empty =
                dossier.holdings().stream().allMatch(holding -> holding.rows().isEmpty());
        section.tag("p").text(texts.get(empty ? "held.nothing" : "held.text"));
        new HeldPage(dossier.holdings(), texts).show(section);
    }

    private void kept(Tag section) {
        section.tag("p").text(texts.get("kept.text"));
        var table = section.tag("div", "wide").tag("table", "grid");
        var head = table.tag("thead").tag("tr");
        for (String column : List.of("what", "categories", "purposes", "until", "where")) {
            head.tag("th").with("scope", "col").text(texts.get("kept." + column));
        }
        var body = table.tag("tbody");
        for (var keeping : dossier.keepings()) {
            var line = body.tag("tr");
            line.tag("th").with("scope", "row").text(what(keeping));
            line.tag("td").text(names("category.", keeping.categories()));
            line.tag("td").text(names("purpose.", keeping.purposes()));
            line.tag("td").text(until(keeping));
            line.tag("td").text(where(keeping));
        }
        for (var law : dossier.laws()) {
            section.tag("p", "notice")
                    .text(texts.get("kept.law", law.conversations(), law.law(), texts.day(law.until())));
        }
    }

    private String what(Dossier.Keeping keeping) {
        String entities = dossier.holdings().stream()
                .filter(holding -> holding.store().equals(keeping.store()))
                .map(holding -> Titles.of(holding, texts.language()).all())
                .collect(Collectors.joining(", "));
        String named = "store." + keeping.store();
        if (entities.isEmpty()) {
            return texts.get(texts.has(named) ? named : "kind." + keeping.kind());
        }
        return entities;
    }

    private String until(Dossier.Keeping keeping) {
        if (keeping.kind() == StoreKind.MEMORY) {
            return texts.get("kept.memory");
        }
        String stays = "kept.until." + keeping.store();
        if (keeping.days() == null && texts.has(stays)) {
            return texts.get(stays);
        }
        if (keeping.days() == null) {
            return texts.get(UNSTATED.contains(keeping.kind()) ? "kept.unstated" : "kept.open");
        }
        if (keeping.days() == 0) {
            return texts.get("kept.never");
        }
        String own = "kept.days." + keeping.store();
        if (texts.has(own)) {
            return texts.get(own, keeping.days());
        }
        return keeping.anchor() == null
                ? texts.get("kept.days", keeping.days())
                : texts.get("kept.days." + keeping.anchor(), keeping.days());
    }

    private String where(Dossier.Keeping keeping) {
        if (keeping.kind() == StoreKind.BROWSER) {
            return texts.get("kept.device");
        }
        boolean unstated = keeping.country() == null && UNSTATED.contains(keeping.kind());
        return unstated ? texts.get("kept.unstated") : where(keeping.country());
    }

    private String where(@Nullable String country) {
        return country == null || country.isEmpty() ? texts.get("kept.own") : texts.country(country);
    }

    private void received(Tag section) {
        section.tag("p").text(texts.get(dossier.receivers().isEmpty() ? "received.none" : "received.text"));
        for (var receiver : dossier.receivers()) {
            var card = section.tag("div", "card");
            card.tag("h3").text(receiver.name());
            var facts = card.tag("table", "facts").tag("tbody");
            fact(facts, "received.category", texts.get("recipient." + receiver.category()));
            fact(facts, "received.fields", names("field.", receiver.fields()));
            fact(
                    facts,
                    "received.times",
                    texts.get(
                            "received.times.text",
                            receiver.times(),
                            texts.day(receiver.first()),
                            texts.day(receiver.last())));
            fact(facts, "received.country", where(receiver.country()));
            if (receiver.mechanism() != null) {
                fact(facts, "received.mechanism", texts.get("mechanism." + receiver.mechanism()));
            }
            if (receiver.retentionDays() != null) {
                fact(facts, "received.keeps", texts.get("received.keeps.text", receiver.retentionDays()));
            }
        }
    }

    private void fact(Tag facts, String title, String value) {
        var line = facts.tag("tr");
        line.tag("th").with("scope", "row").text(texts.get(title));
        line.tag("td").text(value);
    }

    private void rights(Tag section) {
        section.tag("p").text(texts.get("rights.text"));
        var list = section.tag("ul", "rights");
        for (String right : RIGHTS) {
            var item = list.tag("li");
            item.tag("strong").text(texts.get("right." + right));
            item.text(" " + texts.get("right." + right + ".text"));
        }
        paragraphs(section, List.of("rights.complaint"));
    }

    private void about(Tag section) {
        section.tag("p").text(texts.get("about.text", texts.moment(dossier.madeAt())));
        section.tag("p", "reference")
                .text(texts.get("about.reference") + " ")
                .tag("code")
                .text(dossier.standing().subject().id().toString());
    }

    private void paragraphs(Tag section, List<String> keys) {
        for (String key : keys) {
            section.tag("p").text(texts.get(key, dossier.controller()));
        }
    }

    private String names(String prefix, Collection<?> codes) {
        return codes.stream().map(code -> texts.get(prefix + code)).sorted().collect(Collectors.joining(", "));
    }

    private static String resource(String name) {
        try (var in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
