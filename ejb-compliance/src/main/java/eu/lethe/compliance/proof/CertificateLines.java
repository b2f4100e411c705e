package eu.lethe.compliance.proof;

import java.util.ArrayList;
import java.util.List;

/** A certificate as lines of text. */
final class CertificateLines {

    private CertificateLines() {}

    static List<String> of(Signed certificate, Texts texts) {
        var view = new CertificateView(certificate, texts);
        var lines = new ArrayList<String>();
        view.facts().forEach(fact -> lines.add(fact.name() + ": " + fact.value()));
        for (var table : List.of(view.stores(), view.recipients(), view.held())) {
            if (!table.rows().isEmpty()) {
                lines.add(table.title());
                table.rows().forEach(row -> lines.add("  " + row(table.columns(), row)));
            }
        }
        return lines;
    }

    private static String row(List<String> columns, List<String> cells) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                parts.add(columns.get(i) + " " + cells.get(i));
            }
        }
        return String.join(", ", parts);
    }
}
