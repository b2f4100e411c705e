package eu.lethe.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The dashboard as somebody at work meets it, in a real browser. */
@Order(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardIT {

    private static final Pattern INSIDE = Pattern.compile(".*/dashboard/(?!login).*");
    private static final double PATIENCE = 60_000;

    private RunningLethe lethe;
    private Playwright playwright;
    private Browser browser;
    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void start() {
        lethe = RunningLethe.withoutModel();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("lethe.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    void stop() {
        playwright.close();
    }

    @BeforeEach
    void open() {
        context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            // A refused script or style shows up here; what the server answers is asserted where it matters.
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void showsTheLoginToWhoeverIsNotSignedIn() {
        page.navigate(url("/sites"));

        assertThat(page).hasURL(Pattern.compile(".*/dashboard/login\\?next=%2Fsites"));
        signIn(RunningLethe.OWNER_PASSWORD);
        assertThat(page).hasURL(url("/sites"));
    }

    @Test
    void saysAtTheFieldThatALoginIsRefused() {
        page.navigate(url("/login"));
        signIn("not the password");

        assertThat(page.locator("#login\\:passwordMessage")).containsText("not right");
        assertThat(page.locator("#login\\:password")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void letsABrowserInThatWasInBeforeWhateverOthersTry() throws Exception {
        enter("/overview");
        page.click("#leave\\:signOut");
        assertThat(page.getByText("You are signed out.")).isVisible();
        // As a thousand guesses from many places leave it.
        try (var data = lethe.database("lethe");
                var guessed = data.prepareStatement("update compliance.member set failed_logins = 1000,"
                        + " locked_until = now() + interval '1 hour' where email = ?")) {
            guessed.setString(1, RunningLethe.OWNER_EMAIL);
            assertThat(guessed.executeUpdate()).isEqualTo(1);
        }

        try (var elsewhere = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"))) {
            var stranger = elsewhere.newPage();
            stranger.navigate(url("/login"));
            stranger.fill("#login\\:email", RunningLethe.OWNER_EMAIL);
            stranger.fill("#login\\:password", RunningLethe.OWNER_PASSWORD);
            stranger.click("#login\\:signIn");
            assertThat(stranger.locator("#login\\:passwordMessage")).containsText("not right");
        }
        page.navigate(url("/sites"));
        signIn(RunningLethe.OWNER_PASSWORD);
        assertThat(page).hasURL(url("/sites"));
    }

    @Test
    void sendsAnExpiredSessionToTheLoginAndBack() {
        enter("/bench");
        context.clearCookies();
        page.fill("#bench\\:question", "Where are messages stored?");
        page.click("#bench\\:ask");

        assertThat(page).hasURL(Pattern.compile(".*/dashboard/login\\?.*next=%2Fbench"));
        signIn(RunningLethe.OWNER_PASSWORD);
        assertThat(page).hasURL(url("/bench"));
    }

    @Test
    void signsOut() {
        enter("/overview");
        page.click("#leave\\:signOut");
        assertThat(page.getByText("You are signed out.")).isVisible();

        page.navigate(url("/overview"));
        assertThat(page).hasURL(Pattern.compile(".*/dashboard/login.*"));
    }

    @Test
    void addsASiteShowsItsEmbedCodeAndRemovesIt() {
        enter("/site");
        page.fill("#site\\:name", "Shop <b>bold</b>");
        page.fill("#site\\:origins_input", "https://shop.example.org/with/path");
        page.press("#site\\:origins_input", "Enter");
        page.click("#site\\:save");
        assertThat(page.locator("#site\\:originsMessage")).containsText("without a path");

        page.locator(".ui-chips-token-icon").click();
        page.fill("#site\\:origins_input", "https://shop.example.org");
        page.press("#site\\:origins_input", "Enter");
        page.click("#site\\:save");
        assertThat(page.locator("#embed-code")).containsText(lethe.url() + "/widget/lethe.js\" data-site=");
        assertThat(heading()).hasText("Shop <b>bold</b>");

        page.getByText("Remove site …").click();
        page.fill("#removal\\:typedName", "Shop");
        page.click("#removal\\:remove");
        assertThat(page.locator("#removal\\:typedNameMessage")).containsText("not the name");
        page.fill("#removal\\:typedName", "Shop <b>bold</b>");
        page.click("#removal\\:remove");
        assertThat(page).hasURL(url("/sites"));
        assertThat(page.locator(".tile", containing("Shop"))).hasCount(0);
    }

    @Test
    void readsATextAnswersFromItAndForgetsIt() {
        enter("/add-source?kind=text");
        page.fill("#text\\:title", "Ferry timetable");
        page.fill("#text\\:text", "The ferry to Seurasaari leaves every forty minutes from the market square.");
        page.click("#text\\:add");
        assertThat(page).hasURL(Pattern.compile(".*/knowledge\\?site=.*"));
        var row = page.locator("tbody tr", containing("Ferry timetable"));
        assertThat(row.locator(".badge")).hasText("Ready", new HasTextOptions().setTimeout(PATIENCE));

        page.navigate(url("/bench"));
        page.fill("#bench\\:question", "How often does the ferry to Seurasaari leave?");
        page.click("#bench\\:ask");
        assertThat(page.locator(".answer .prose")).containsText("forty minutes");
        assertThat(page.locator(".found .score.fused").first()).isVisible();

        page.navigate(url("/knowledge"));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove source"))
                .click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        assertThat(row).hasCount(0);
    }

    @Test
    void takesFilesAndSaysWhichCannotBeRead() {
        enter("/add-source?kind=file");
        page.setInputFiles("#file\\:content_input", new FilePayload[] {
            file("opening-hours.md", "# Opening hours\n\nThe shop is open from nine to five."),
            file("nothing.pdf", "%PDF-1.7 and then nothing of the kind")
        });
        assertThat(page.locator(".uploaded li")).hasCount(2);

        page.navigate(url("/knowledge"));
        assertThat(page.locator("tbody tr", containing("nothing.pdf")))
                .containsText(Pattern.compile("not readable|damaged"));
        page.locator("tbody tr", containing("nothing.pdf")).locator(".row-link").click();
        assertThat(page.locator(".document-REFUSED")).hasText("Not readable");
    }

    @Test
    void showsWhatAVisitorSaidAsTextAndDeletesIt() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("<img src=x onerror=document.title='gone'> Where are messages stored?");
        UUID subject = lethe.subjectOf(visitor.conversation());
        assertThat(lethe.rowsAbout(subject)).hasSizeGreaterThan(3);

        enter("/conversations");
        page.locator("tbody tr", containing("<img src=x"))
                .locator(".row-link")
                .first()
                .click();
        assertThat(page.locator(".by-VISITOR .prose")).containsText("<img src=x");
        assertThat(page.locator(".by-ASSISTANT .badge").first()).hasText("AI");
        assertThat(page).not().hasTitle("gone");
        page.selectOption("#lead\\:leadStatus", "QUALIFIED");
        assertThat(page.getByText("Lead status saved.")).isVisible();

        page.click("#removal\\:delete");
        page.locator(".ui-confirmdialog-yes:visible").click();
        assertThat(page).hasURL(Pattern.compile(".*/dashboard/erasure\\?id=.+"));
        assertThat(visitor.get("/visitor/sites/demo/conversations/" + visitor.conversation())
                        .status())
                .isEqualTo(404);
        assertThat(page.locator(".lead")).containsText("One conversation");
        assertThat(page.locator("a[href*='/certificates/']")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        assertThat(lethe.rowsAbout(subject)).as("the person stays").contains("compliance.subject");
    }

    @Test
    void speaksGermanAndFinnish() {
        page.navigate(url("/login"));
        page.getByText("Suomi").click();
        assertThat(heading()).hasText("Kirjaudu sisään");
        page.getByText("Deutsch").click();
        assertThat(heading()).hasText("Anmelden");
        signIn(RunningLethe.OWNER_PASSWORD);
        page.waitForURL(INSIDE);
        page.navigate(url("/conversations"));
        assertThat(heading()).hasText("Gespräche");
    }

    @Test
    void hasAPageForWhatIsNotThere() {
        enter("/overview");
        for (String nothing : List.of("/nothing", "/site?id=7", "/conversation?id=" + UUID.randomUUID())) {
            var answer = page.navigate(url(nothing));

            assertThat(answer.status()).as(nothing).isEqualTo(404);
            assertThat(page.locator("main")).containsText("Nothing here");
        }
    }

    @Test
    void keepsOutOfFramesAndCaches() {
        var headers = page.navigate(url("/login")).allHeaders();

        assertThat(headers.get("x-frame-options")).isEqualTo("DENY");
        assertThat(headers.get("cache-control")).isEqualTo("no-store");
        assertThat(headers.get("content-security-policy"))
                .contains("frame-ancestors 'none'", "object-src 'none'", "script-src 'self' 'nonce-");
    }

    private void enter(String path) {
        page.navigate(url(path));
        signIn(RunningLethe.OWNER_PASSWORD);
        page.waitForURL(INSIDE);
        if (page.url().endsWith("/setup")) {
            page.click("#company\\:saveCompany");
            page.click("#login\\:skipLogin");
            page.click("#embed\\:finish");
        }
        page.navigate(url(path));
    }

    private void signIn(String password) {
        page.fill("#login\\:email", RunningLethe.OWNER_EMAIL);
        page.fill("#login\\:password", password);
        page.click("#login\\:signIn");
    }

    private Locator heading() {
        return page.locator("h1");
    }

    private String url(String path) {
        return lethe.url() + "/dashboard" + path;
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }
}
