package eu.lethe.system;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Headless Chromium, as the machine has it; and the rules of axe for what it shows. */
final class Browser implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            System.getProperty("lethe.chromium", ""),
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");
    // Pages that a test makes up count as public, and those may not ask a server on this machine.
    private static final String LOOPBACK_FOR_ALL = "--disable-features=LocalNetworkAccessChecks";

    private static final Pattern INSIDE = Pattern.compile(".*/dashboard/(?!login).*");

    private static final String RULES = """
            async (part) => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const found = await axe.run(part ? { include: [[part]] } : document, { runOnly: tags });
              return found.violations.map(rule => rule.id + ' ' + rule.nodes.map(node => node.target.flat().join(' ')).join(', '));
            }
            """;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(List.of("--no-sandbox", LOOPBACK_FOR_ALL)));

    com.microsoft.playwright.Browser chromium() {
        return chromium;
    }

    /** Signs the owner in on the page that asks for it. */
    static void signIn(Page page) {
        page.fill("#login\\:email", RunningLethe.OWNER_EMAIL);
        page.fill("#login\\:password", RunningLethe.OWNER_PASSWORD);
        page.click("#login\\:signIn");
    }

    /** Signs the owner in to the dashboard, and ends the set-up if nobody has yet. */
    static void enter(Page page, RunningLethe lethe) {
        page.navigate(lethe.url() + "/dashboard/overview");
        signIn(page);
        page.waitForURL(INSIDE);
        if (page.url().endsWith("/setup")) {
            page.click("#company\\:saveCompany");
            page.click("#login\\:skipLogin");
            page.click("#embed\\:finish");
        }
    }

    /** What axe objects to in the widget on a page. */
    static List<String> objections(Page page) {
        return objections(page, "lethe-widget");
    }

    /** What axe objects to on a page, all of it. */
    static List<String> objectionsToWhole(Page page) {
        return objections(page, "");
    }

    @SuppressWarnings("unchecked")
    private static List<String> objections(Page page, String part) {
        page.evaluate(rules());
        return (List<String>) page.evaluate(RULES, part);
    }

    private static String rules() {
        try (var in = Browser.class.getResourceAsStream("/axe.min.js")) {
            if (in == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path installed() {
        return PLACES.stream()
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium found: install the package chromium, or name it with -Dlethe.chromium=PATH"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
