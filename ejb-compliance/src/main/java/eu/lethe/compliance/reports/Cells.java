package eu.lethe.compliance.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the values of one entity as its schema says: dates as dates, codes by their names, shares in per cent. */
final class Cells {

    private static final String NOTHING = "–";
    private static final char NO_BREAK = '\u00a0';
    private static final int LONG = 80;

    private final Set<String> fields;
    private final EntitySchema schema;
    private final Titles titles;
    private final Texts texts;

    Cells(Holding holding, Texts texts) {
        this.fields = holding.rows().isEmpty()
                ? holding.schema().fields().keySet()
                : holding.rows().get(0).keySet();
        this.schema = holding.schema();
        this.titles = Titles.of(holding, texts.language());
        this.texts = texts;
    }

    Titles titles() {
        return titles;
    }

    /** The fields a reader wants in a table, in the schema's order: links between rows say nothing to a person. */
    List<String> columns() {
        return fields.stream().filter(titles::names).toList();
    }

    /** Field and value, one below the other. */
    void facts(Tag parent, Map<String, Object> row, List<String> fields) {
        var shown = fields.stream().filter(field -> row.get(field) != null).toList();
        if (shown.isEmpty()) {
            return;
        }
        var table = parent.tag("table", "facts").tag("tbody");
        for (String field : shown) {
            var line = table.tag("tr");
            line.tag("th").with("scope", "row").text(titles.field(field));
            put(line.tag("td"), field, row.get(field));
        }
    }

    /** One line a row. */
    void grid(Tag parent, List<Map<String, Object>> rows) {
        var table = parent.tag("div", "wide").tag("table", "grid");
        var head = table.tag("thead").tag("tr");
        for (String field : columns()) {
            head.tag("th").with("scope", "col").text(titles.field(field));
        }
        var body = table.tag("tbody");
        for (var row : rows) {
            var line = body.tag("tr");
            for (String field : columns()) {
                put(line.tag("td"), field, row.get(field));
            }
        }
    }

    /** A row in one line, and what is long below it: texts speak for themselves, figures need their title. */
    void line(Tag item, Map<String, Object> row) {
        var shown = columns().stream().filter(field -> row.get(field) != null).toList();
        item.text(shown.stream()
                .filter(field -> !isLong(row.get(field)))
                .map(field -> row.get(field) instanceof String
                        ? text(field, row.get(field))
                        : titles.field(field) + NO_BREAK + text(field, row.get(field)))
                .collect(Collectors.joining(" · ")));
        shown.stream()
                .filter(field -> isLong(row.get(field)))
                .forEach(field -> put(item.tag("p"), field, row.get(field)));
    }

    private static boolean isLong(@Nullable Object value) {
        return value instanceof String text && (text.length() > LONG || isAddress(text));
    }

    private static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }

    String text(String field, @Nullable Object value) {
        if (value == null) {
            return NOTHING;
        }
        var shape = schema.field(field);
        if (value instanceof Boolean flag) {
            return texts.yesOrNo(flag);
        }
        if (value instanceof Number number) {
            return shape.isShare() ? texts.share(number) : texts.number(number);
        }
        return code(shape, field, value.toString());
    }

    private String code(EntitySchema.Field shape, String field, String value) {
        if (shape.is("date-time") || shape.is("date")) {
            return time(shape, value);
        }
        if (shape.is("language")) {
            return texts.language(value);
        }
        if (shape.is("codes")) {
            return Stream.of(value.split(","))
                    .map(code -> titles.value(field, code))
                    .collect(Collectors.joining(", "));
        }
        return shape.is("country") ? texts.country(value) : titles.value(field, value);
    }

    private String time(EntitySchema.Field shape, String value) {
        try {
            return shape.is("date") ? texts.day(LocalDate.parse(value)) : texts.moment(Instant.parse(value));
        } catch (DateTimeParseException asItIs) {
            return value;
        }
    }

    private void put(Tag cell, String field, @Nullable Object value) {
        if (value == null) {
            cell.with("class", "none").text(NOTHING);
            return;
        }
        String text = text(field, value);
        if (schema.field(field).is("uuid")) {
            cell.tag("code").text(text);
        } else if (isAddress(text)) {
            cell.tag("a").with("href", text).with("rel", "noreferrer").text(text);
        } else {
            cell.text(text);
        }
    }
}
