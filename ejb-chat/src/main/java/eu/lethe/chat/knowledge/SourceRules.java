package eu.lethe.chat.knowledge;

import eu.lethe.chat.crawling.WebAddresses;
import eu.lethe.chat.extraction.Extraction;
import eu.lethe.chat.extraction.Languages;
import java.net.URI;
import java.util.List;
import java.util.function.BiPredicate;

/** What a source may look like when somebody adds it. */
final class SourceRules {

    private static final int USUAL_PAGES = 500;
    private static final int MOST_PAGES = 10_000;
    private static final int MOST_PAIRS = 10_000;
    private static final int LONGEST_NAME = 200;

    private SourceRules() {}

    static String url(String url, BiPredicate<String, Integer> permits) {
        URI uri = WebAddresses.canonical(url == null ? "" : url)
                .orElseThrow(() -> new InvalidSource(
                        "url", "url-invalid", "Give a web address that starts with http:// or https://."));
        if (!permits.test(uri.getHost(), WebAddresses.port(uri))) {
            throw new InvalidSource(
                    "url", "port-not-allowed", "Only ports 80 and 443 are allowed, and what the operator permits.");
        }
        return uri.toString();
    }

    static String nameOf(String url) {
        String name = url.replaceFirst("^https?://", "").replaceFirst("/$", "");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    static int pages(int wanted) {
        if (wanted < 0 || wanted > MOST_PAGES) {
            throw new InvalidSource("maxPages", "pages-out-of-range", "Between 1 and 10,000 pages can be fetched.");
        }
        return wanted == 0 ? USUAL_PAGES : wanted;
    }

    /** The language tag, or {@code auto}. */
    static String language(String wanted) {
        if (wanted == null || wanted.isBlank() || wanted.equals(Source.AUTO)) {
            return Source.AUTO;
        }
        String tag = Languages.tidy(wanted);
        if (tag == null) {
            throw new InvalidSource("language", "language-invalid", "Give a language such as en or pt-BR, or auto.");
        }
        return tag;
    }

    // Browsers send a path now and then; nobody needs to know where a file was.
    static String fileName(String given) {
        String name =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return title("fileName", name);
    }

    static String title(String field, String given) {
        String title = text(field, given).replaceAll("\\p{Cntrl}+", " ").strip();
        return title.length() > LONGEST_NAME ? title.substring(0, LONGEST_NAME) : title;
    }

    static String text(String field, String given) {
        if (given == null || given.replaceAll("[\\p{Cntrl}\\p{Z}]", "").isEmpty()) {
            throw new InvalidSource(field, "missing", "This must not be empty.");
        }
        return given;
    }

    static void mustFit(byte[] content) {
        if (content == null || content.length == 0) {
            throw new InvalidSource("content", "empty", "The file is empty.");
        }
        if (content.length > Extraction.MAX_BYTES) {
            throw new InvalidSource("content", "too-large", "A file may have 20 MB.");
        }
    }

    static List<KnowledgeBase.Pair> pairs(List<KnowledgeBase.Pair> pairs) {
        if (pairs == null || pairs.isEmpty() || pairs.size() > MOST_PAIRS) {
            throw new InvalidSource("pairs", "pairs-out-of-range", "Give between 1 and 10,000 questions with answers.");
        }
        return pairs.stream()
                .map(pair -> new KnowledgeBase.Pair(
                        text("question", pair.question()).strip(),
                        text("answer", pair.answer()).strip()))
                .toList();
    }
}
