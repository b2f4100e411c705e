package eu.lethe.compliance.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in the reader's words: the offline verifier prints it, the public page draws it. Shows whatever the document
 * says, under its own name where there is no better one: a verifier may be older than the certificate.
 */
public final class CertificateView {

    private static final List<String> ORDER = List.of(
            "certId",
            "controller",
            "account",
            "requestKind",
            "scope",
            "ground",
            "receivedAt",
            "fencedAt",
            "deletedAt",
            "verifiedAt",
            "issuedAt",
            "issue",
            "backup",
            "model",
            "policy",
            "software",
            "auditRoot",
            "commitment");
    private static final Set<String> LISTS = Set.of("stores", "recipients", "held");

    /** One thing the certificate says. */
    public record Fact(String name, String value) {}

    /** A list of the certificate as a table; every row has as many cells as there are columns. */
    public record Table(String title, List<String> columns, List<List<String>> rows) {}

    private final Map<String, ? extends @Nullable Object> body;
    private final Texts texts;

    public CertificateView(Signed certificate, Texts texts) {
        this.body = certificate.body();
        this.texts = texts;
    }

    /** Everything but the lists, the known first. */
    public List<Fact> facts() {
        var names = new ArrayList<String>(ORDER);
        body.keySet().stream().filter(name -> !ORDER.contains(name)).sorted().forEach(names::add);
        return names.stream()
                .filter(name -> !LISTS.contains(name) && body.get(name) != null)
                .map(name -> new Fact(texts.code("fact", name), words(name, body.get(name))))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    /** What was done in which store. */
    public Table stores() {
        return table("stores", List.of("store", "action", "state", "found", "removed", "remaining", "method", "at"));
    }

    /** Who was told. */
    public Table recipients() {
        return table("recipients", List.of("category", "state", "copies", "told", "acknowledged", "until"));
    }

    /** What a law keeps. */
    public Table held() {
        return table("held", List.of("law", "until", "conversations"));
    }

    private Table table(String list, List<String> columns) {
        var rows = new ArrayList<List<String>>();
        if (body.get(list) instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> row) {
                    rows.add(columns.stream()
                            .map(column -> words(column, row.get(column)))
                            .toList());
                }
            }
        }
        return new Table(
                texts.of("table." + list),
                columns.stream().map(column -> texts.code("column", column)).toList(),
                rows);
    }

    private String words(String name, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> parts) {
            return parts.entrySet().stream()
                    .map(part -> texts.code("column", String.valueOf(part.getKey())) + " "
                            + words(String.valueOf(part.getKey()), part.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return texts.code(name, value.toString());
    }
}
