package eu.lethe.widget.certificates;

import eu.lethe.compliance.proof.CertificateView;
import eu.lethe.compliance.proof.CertificateView.Table;
import eu.lethe.compliance.proof.Signed;
import eu.lethe.compliance.proof.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A certificate for people. */
record CertificatePage(Signed certificate, Texts texts) {

    private static final List<String> WORDS = List.of("title", "lead", "valid", "key");

    /**
     * @param opens whether the code that was typed belongs to it; empty if none was typed
     * @param earlier whether an earlier key than today's signed it
     */
    String html(Optional<Boolean> opens, boolean earlier) {
        var view = new CertificateView(certificate, texts);
        Map<String, String> values = new HashMap<>();
        WORDS.forEach(word -> values.put(word, texts.of("page." + word)));
        for (String word : List.of("title", "text", "label", "submit")) {
            values.put("code" + word, texts.of("page.code." + word));
        }
        for (String word : List.of("title", "text", "certificate", "verifier")) {
            values.put("offline" + word, texts.of("page.offline." + word));
        }
        values.put("lang", texts.language().getLanguage());
        values.put("id", certificate.text("certId"));
        values.put("keyid", certificate.keyId());
        values.put(
                "verdict", opens.map(CertificatePage::verdictOf).map(texts::of).orElse(""));
        values.put("verdictclass", opens.map(yes -> yes ? "yes" : "no").orElse("none"));
        values.put("otherkey", earlier ? texts.of("page.otherkey") : "");
        values.put("facts", facts(view));
        values.put(
                "tables",
                List.of(view.stores(), view.recipients(), view.held()).stream()
                        .map(CertificatePage::table)
                        .collect(Collectors.joining()));
        return Html.page("certificate.html", values);
    }

    private static String verdictOf(boolean opens) {
        return opens ? "page.code.yes" : "page.code.no";
    }

    private static String facts(CertificateView view) {
        return view.facts().stream()
                .map(fact -> element("dt", fact.name()) + element("dd", fact.value()))
                .collect(Collectors.joining("\n"));
    }

    private static String table(Table table) {
        if (table.rows().isEmpty()) {
            return "";
        }
        var html = new StringBuilder("<section class=\"table\"><table>").append(element("caption", table.title()));
        html.append("<thead><tr>");
        table.columns()
                .forEach(column -> html.append("<th scope=\"col\">")
                        .append(Html.escape(column))
                        .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell -> html.append(element("td", cell)));
            html.append("</tr>");
        }
        return html.append("</tbody></table></section>").toString();
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + Html.escape(text) + "</" + name + ">";
    }
}
