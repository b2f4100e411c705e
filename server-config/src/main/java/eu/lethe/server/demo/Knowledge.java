package eu.lethe.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents the demo's assistant answers from, as pages a visitor can open from a citation. */
final class Knowledge {

    private static final String PREFIX = "/docs/";

    private final Path folder;

    Knowledge(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Nullable
    String page(String path) throws IOException {
        if (path.length() <= PREFIX.length()) {
            return frame("What the assistant knows", index());
        }
        Path file = folder.resolve(path.substring(PREFIX.length())).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return null;
        }
        return frame(
                folder.relativize(file).toString(),
                "<pre class=\"document\">" + escaped(Files.readString(file)) + "</pre>");
    }

    private String index() throws IOException {
        StringBuilder list = new StringBuilder("<ul class=\"documents\">");
        for (String name : names()) {
            list.append("<li><a href=\"")
                    .append(PREFIX)
                    .append(escaped(name))
                    .append("\">")
                    .append(escaped(name))
                    .append("</a></li>");
        }
        return list.append("</ul>").toString();
    }

    private List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String frame(String title, String content) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title><meta name=\"viewport\" content=\"width=device-width\">"
                + "<link rel=\"stylesheet\" href=\"/site.css\"></head><body class=\"plain\"><main><p><a href=\"/\">← Home</a></p><h1>"
                + escaped(title) + "</h1>" + content + "</main></body></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
