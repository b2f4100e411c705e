package eu.lethe.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/** The documents the demo's assistant answers from, as pages a visitor can open from a citation. */
final class Knowledge {

    private static final String PREFIX = "/docs/";
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser MARKDOWN = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().extensions(TABLES).build();

    // A document links to another by its place in the repository.
    private static final Pattern LINKS = Pattern.compile("href=\"(?:docs/)?([\\w/-]+)\\.md\"");

    private final Path folder;

    Knowledge(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Null if there is no such page. */
    @Nullable
    String page(String path) throws IOException {
        Map<String, Path> pages = pages();
        if (path.length() <= PREFIX.length()) {
            return frame("What the assistant knows", "<h1>What the assistant knows</h1>" + index(pages));
        }
        Path file = pages.get(path.substring(PREFIX.length()));
        if (file == null) {
            return null;
        }
        Node document = MARKDOWN.parse(Files.readString(file));
        return frame(
                title(document), LINKS.matcher(HTML.render(document)).replaceAll("href=\"" + PREFIX + "$1.html\""));
    }

    /** The pages, for the crawler (sitemaps.org); the reasons behind the house are for people who build it. */
    String sitemap(String origin) throws IOException {
        var map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        for (String name : pages().keySet()) {
            if (!name.startsWith("decisions/")) {
                map.append("  <url><loc>")
                        .append(escaped(origin + PREFIX + name))
                        .append("</loc></url>\n");
            }
        }
        return map.append("</urlset>\n").toString();
    }

    private static String index(Map<String, Path> pages) throws IOException {
        var list = new StringBuilder("<ul class=\"documents\">");
        for (Map.Entry<String, Path> page : pages.entrySet()) {
            list.append("<li><a href=\"")
                    .append(PREFIX)
                    .append(escaped(page.getKey()))
                    .append("\">")
                    .append(escaped(title(MARKDOWN.parse(Files.readString(page.getValue())))))
                    .append("</a></li>");
        }
        return list.append("</ul>").toString();
    }

    private Map<String, Path> pages() throws IOException {
        Map<String, Path> pages = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(file -> pages.put(name(file), file));
            }
        }
        return pages;
    }

    private String name(Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        String local = name.startsWith("docs/") ? name.substring("docs/".length()) : name;
        return local.substring(0, local.length() - ".md".length()) + ".html";
    }

    private static String title(Node document) {
        var found = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (found.isEmpty()) {
                    found.append(TEXT.render(heading).strip());
                }
            }
        });
        return found.toString();
    }

    private static String frame(String title, String content) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title><meta name=\"viewport\" content=\"width=device-width\">"
                + "<link rel=\"stylesheet\" href=\"/site.css\"></head><body class=\"plain\">"
                + "<header><p><a href=\"/\">← Home</a></p></header><main>" + content + "</main></body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
