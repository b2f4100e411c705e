package eu.lethe.chat.quality;

import eu.lethe.chat.extraction.Chunker;
import eu.lethe.chat.extraction.Extracted;
import eu.lethe.chat.extraction.Extraction;
import eu.lethe.chat.extraction.Material;
import eu.lethe.chat.extraction.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a help centre that is kept as Jekyll Markdown, one file per page and language ({@code page._en.md}). */
final class HelpCentre {
    private static final Pattern LIST = Pattern.compile("\\{%-?\\s*include [^%]*items=page\\.(\\w+)[^%]*%}");
    private static final Pattern RELATED =
            Pattern.compile("(?s)## (Related articles|Otros artículos|Articles connexes|相关文章)\\s.*$");
    private static final Pattern TEMPLATE = Pattern.compile("(?s)\\{%.*?%}|\\{:.*?}|\\{#.*?}");

    private final Extraction extraction = new Extraction();

    List<Page> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\._\\w\\w\\.md"))
                    .sorted()
                    .flatMap(file -> page(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Page> page(Path file) {
        try {
            String text = Files.readString(file);
            int end = text.indexOf("\n---", 3);
            String front = text.substring(0, Math.max(end, 0)) + "\n";
            String name = file.getFileName().toString();
            String language = name.substring(name.length() - 5, name.length() - 3);
            String body = "# " + field(front, "title") + "\n\n" + shown(text.substring(end + 4), front);
            Extracted extracted = extraction.read(Material.file(name, body.getBytes(StandardCharsets.UTF_8)));
            return Optional.of(
                    new Page(language, field(front, "permalink"), extracted.title(), Chunker.chunks(extracted)));
        } catch (Refused nothingInIt) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String front, String name) {
        Matcher matcher = Pattern.compile("(?m)^" + name + ": *(.+)$").matcher(front);
        return matcher.find() ? matcher.group(1).strip().replaceAll("^\"|\"$", "") : "";
    }

    /** What a visitor sees: lists of the front matter in their place, templates gone, links to other articles left out. */
    private static String shown(String body, String front) {
        String filled = LIST.matcher(body).replaceAll(m -> Matcher.quoteReplacement(list(front, m.group(1))));
        return TEMPLATE.matcher(RELATED.matcher(filled).replaceAll("")).replaceAll("");
    }

    private static String list(String front, String name) {
        Matcher matcher =
                Pattern.compile("(?m)^" + name + ":\\s*\\n((?:\\s*- .*\\n?)+)").matcher(front);
        return matcher.find() ? matcher.group(1).replaceAll("(?m)^\\s*- [\"']?(.*?)[\"']?$", "* $1") : "";
    }
}
