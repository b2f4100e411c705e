package eu.lethe.chat.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a help centre that is kept as Jekyll Markdown, one file per page and language ({@code page._en.md}). */
final class HelpCentre {
    private static final Pattern LIST = Pattern.compile("\\{%-?\\s*include [^%]*items=page\\.(\\w+)[^%]*%}");

    private HelpCentre() {}

    static List<Page> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\._\\w\\w\\.md"))
                    .sorted()
                    .map(HelpCentre::page)
                    .filter(page -> !page.pieces().isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page page(Path file) {
        try {
            String text = Files.readString(file);
            int end = text.indexOf("\n---", 3);
            String front = text.substring(0, Math.max(end, 0));
            String name = file.getFileName().toString();
            String language = name.substring(name.length() - 5, name.length() - 3);
            return Page.of(
                    language, field(front, "permalink"), field(front, "title"), plain(text.substring(end + 4), front));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String front, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + ": *(.+)$").matcher(front);
        return matcher.find() ? matcher.group(1).strip().replaceAll("^\"|\"$", "") : "";
    }

    /** What a visitor sees: lists of the front matter in their place, markup and templates gone, related links left out. */
    private static String plain(String body, String front) {
        String filled = LIST.matcher(body).replaceAll(m -> Matcher.quoteReplacement(list(front, m.group(1))));
        return filled.replaceAll(
                        "(?s)## (Related articles|Otros artículos|Artículos relacionados|Articles (connexes|associés)"
                                + "|Autres articles|相关文章)\\s.*$",
                        "")
                .replaceAll("(?s)\\{%.*?%}|\\{:.*?}|<!--.*?-->", "")
                .replaceAll("(?s)<h\\d[^>]*>\\s*(<button[^>]*>)?\\s*(.*?)\\s*(</button>)?\\s*</h\\d>", "\n\n### $2\n\n")
                .replaceAll("<li>", "\n* ")
                .replaceAll("</?(p|ul|ol|div)[^>]*>", "\n\n")
                .replaceAll("<[^>]+>", "")
                .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replace("**", "")
                .replace("__", "")
                .replaceAll("(?m)^[ \\t]+", "");
    }

    private static String list(String front, String name) {
        Matcher matcher =
                Pattern.compile("(?m)^" + name + ":\\s*\\n((?:\\s*- .*\\n?)+)").matcher(front + "\n");
        return matcher.find() ? matcher.group(1).replaceAll("(?m)^\\s*- [\"']?(.*?)[\"']?$", "* $1") : "";
    }
}
