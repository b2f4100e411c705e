package eu.lethe.chat.extraction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Reads Markdown as help centres write it: with front matter, Liquid tags and kramdown attributes, which are not content. */
final class MarkdownReader {

    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---[ \\t]*\\R(.*?)\\R---[ \\t]*(\\R|\\z)", Pattern.DOTALL);
    private static final Pattern COMMENT =
            Pattern.compile("\\{%-?\\s*comment\\s*-?%}.*?\\{%-?\\s*endcomment\\s*-?%}", Pattern.DOTALL);
    private static final Pattern LIQUID = Pattern.compile("\\{%.*?%}|\\{\\{.*?}}", Pattern.DOTALL);
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:[^}\\n]*}");
    private static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    Extracted read(Material material) {
        return read(TextDecoder.decode(material.content(), material.charset()), material.name());
    }

    Extracted read(String markdown, String name) {
        Matcher front = FRONT_MATTER.matcher(markdown);
        boolean hasFront = front.find();
        String properties = hasFront ? front.group(1) : "";
        String body = hasFront ? markdown.substring(front.end()) : markdown;
        body = COMMENT.matcher(body).replaceAll("");
        body = ATTRIBUTES.matcher(LIQUID.matcher(body).replaceAll("")).replaceAll("");
        var page = Jsoup.parse(renderer.render(parser.parse(body)));
        page.select("script, style, svg, form, iframe, button").remove();
        String title = property(properties, "title");
        if (title == null) {
            String heading =
                    page.select("h1").stream().findFirst().map(h -> h.text()).orElse("");
            title = heading.isBlank() ? Titles.ofFile(name) : heading;
        }
        String language = Languages.tidy(property(properties, "lang"));
        if (language == null) {
            language = Languages.tidy(property(properties, "language"));
        }
        return new Extracted(
                title, language == null ? Languages.ofName(name) : language, HtmlBlocks.of(page.body(), title));
    }

    private static @Nullable String property(String front, String key) {
        Matcher line = Pattern.compile("(?m)^" + key + ":[ \\t]*(.+)$").matcher(front);
        if (!line.find()) {
            return null;
        }
        String value = line.group(1).strip();
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.endsWith(value.substring(0, 1));
        return quoted ? value.substring(1, value.length() - 1).strip() : value;
    }
}
