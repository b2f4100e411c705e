package eu.lethe.chat.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads a web page: its main content without what surrounds it on every page. */
final class HtmlReader {

    private static final String AROUND =
            "script, style, noscript, template, svg, canvas, iframe, object, video, audio, nav, aside,"
                    + " footer, dialog, form, button, select, textarea, input, [hidden], [aria-hidden=true], [role=navigation],"
                    + " [role=banner], [role=contentinfo], [role=search], [role=complementary], [role=dialog], [role=alertdialog],"
                    + " .breadcrumb, .breadcrumbs, .skip-link, .skipnav, .cookie-banner, .visually-hidden, .sr-only, #toc, .toc,"
                    + " .headerlink, a.anchor";

    private HtmlReader() {}

    static Extracted read(Material material) throws Refused {
        try {
            var content = new ByteArrayInputStream(material.content());
            // Without a charset from the server, jsoup looks for a mark and for the page's own declaration.
            return read(Jsoup.parse(content, known(material.charset()), ""), material.name());
        } catch (IOException broken) {
            throw new Refused(Refused.Reason.BROKEN, broken);
        }
    }

    static Extracted read(Document page, String name) {
        String language = language(page);
        String whole = page.title().strip();
        Element main = main(page);
        main.select(AROUND).remove();
        if (main.normalName().equals("body")) {
            main.select("header").remove();
        }
        String title = title(main, whole, name);
        return new Extracted(title, language, HtmlBlocks.of(main, title));
    }

    // The one element that a page calls its main content; a page with several articles is a list, so all of it counts.
    private static Element main(Document page) {
        for (String candidate : List.of("main", "[role=main]", "article")) {
            var found = page.select(candidate);
            if (found.size() == 1 && found.get(0).text().length() > 50) {
                return found.get(0);
            }
        }
        return page.body();
    }

    private static String title(Element main, String whole, String name) {
        var headings = main.select("h1");
        if (headings.size() == 1) {
            String heading = headings.text().strip();
            if (!heading.isEmpty()) {
                return heading;
            }
        }
        return whole.isEmpty() ? Titles.ofFile(name) : Titles.withoutSite(whole);
    }

    private static @Nullable String language(Document page) {
        String declared = page.select("html").attr("lang");
        if (declared.isBlank()) {
            declared = page.select("meta[http-equiv=content-language]").attr("content");
        }
        return Languages.tidy(declared);
    }

    private static @Nullable String known(@Nullable String charset) {
        try {
            return charset != null && java.nio.charset.Charset.isSupported(charset) ? charset : null;
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }
}
