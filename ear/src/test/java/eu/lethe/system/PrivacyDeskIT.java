package eu.lethe.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The privacy desk of the dashboard, as whoever answers for people's data works at it. */
@Order(32)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyDeskIT {

    private static final double PATIENCE = 90_000;
    private static final List<String> PAGES = List.of(
            "/requests",
            "/file-request",
            "/erasures",
            "/retention",
            "/rulings",
            "/stores",
            "/holds",
            "/recipients",
            "/recipient",
            "/audit",
            "/api-keys");

    private final List<String> complaints = new ArrayList<>();
    private RunningLethe lethe;
    private Browser browser;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    void start() {
        lethe = RunningLethe.withoutModel();
        browser = new Browser();
    }

    @AfterAll
    void stop() {
        browser.close();
    }

    @BeforeEach
    void open() {
        context = browser.chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale("en-GB"));
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        Browser.enter(page, lethe);
    }

    @AfterEach
    void close() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void everyScreenIsThereAndAxeObjectsToNone() {
        for (String screen : PAGES) {
            var answer = page.navigate(url(screen));

            assertThat(answer.status()).as(screen).isEqualTo(200);
            assertThat(Browser.objectionsToWhole(page)).as(screen).isEmpty();
        }
    }

    @Test
    void carriesOutAnErasureFiledOnBehalfOfAVisitorAndDrawsItToTheCertificate() throws Exception {
        UUID person = visitor("Please note that I asked about delivery.");
        page.navigate(url("/file-request"));
        page.selectOption("#filing\\:kind", "ERASURE");
        page.fill("#filing\\:visitor", "not an id");
        page.click("#filing\\:file");
        assertThat(page.locator("#filing\\:visitorMessage")).containsText("no visitor");
        page.fill("#filing\\:visitor", person.toString());
        page.click("#filing\\:file");

        assertThat(page.locator("h1")).hasText("Erasure");
        act("Confirm identity …");
        page.selectOption("#stating\\:means", "IN_PERSON");
        page.click("#stating\\:do");
        assertThat(page.locator(".request-head .badge")).hasText("Your turn");

        act("Carry out …");
        page.click("#carrying\\:do");
        assertThat(page.locator(".receipts code")).hasCount(1);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Erasure begun"))
                .click();

        assertThat(page.locator(".pipeline li")).hasCount(9);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Certificate"))
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        assertThat(page.locator(".lanes tbody tr").first()).isVisible();
        assertThat(lethe.rowsAbout(person)).doesNotContain("chat.message", "chat.conversation");
    }

    @Test
    void remindsOfWhatIsOverdueOnTheOverviewAndByLetter() throws Exception {
        UUID person = visitor("I asked two months ago.");
        page.navigate(url("/file-request?visitor=" + person));
        page.selectOption("#filing\\:kind", "ACCESS");
        page.fill(
                "#filing\\:receivedOn",
                LocalDate.now(ZoneOffset.UTC).minusDays(60).toString());
        page.click("#filing\\:file");
        assertThat(page.locator("h1")).hasText("Access");
        forgetReminders();

        page.navigate(url("/overview"));
        assertThat(page.locator(".needs-you")).isVisible();
        assertThat(page.locator(".needs-you")).containsText("overdue");
        assertThat(Browser.objectionsToWhole(page)).isEmpty();
        RunningLethe.await("a reminder", () -> reminders().anyMatch(letter -> letter.contains("overdue")));
        assertThat(reminders()).allMatch(letter -> !letter.contains("two months"));
    }

    private Stream<String> reminders() throws Exception {
        return lethe.mail().to(RunningLethe.OWNER_EMAIL).stream()
                .filter(letter -> letter.contains("something waits for you"));
    }

    /** As if nobody had been reminded today. */
    private void forgetReminders() throws Exception {
        Sql.execute(lethe, "delete from compliance.reminder");
    }

    @Test
    void refusesOnlyOnAGroundOfTheRightAndSaysTheRemedy() throws Exception {
        UUID person = visitor("I would like to see what you know about me.");
        page.navigate(url("/file-request?visitor=" + person));
        page.selectOption("#filing\\:kind", "ACCESS");
        page.click("#filing\\:file");
        act("Refuse …");

        assertThat(page.locator("#refusing\\:refusalGround option[value=STILL_NEEDED]"))
                .hasCount(0);
        page.selectOption("#refusing\\:refusalGround", "IDENTITY_NOT_PROVEN");
        page.click("#refusing\\:do");

        assertThat(page.locator(".timeline .is-bad")).containsText("Identity not proved");
        assertThat(page.locator(".request-head .badge")).hasText("Refused");
    }

    @Test
    void previewsAPeriodRefusesOneThatIsTooShortAndKeepsOneThatIsNot() {
        page.navigate(url("/retention"));
        page.locator(".periods .icon-button").first().click();
        page.fill("#period\\:days", "6");
        page.click("#period\\:save");
        assertThat(page.locator("#period\\:daysMessage")).containsText("7 to 720");

        page.fill("#period\\:days", "719");
        pressUntilThePreviewHasCome(page.locator("#period\\:save"));
        assertThat(page.locator(".periods")).containsText("719 days");
    }

    /** Pressing the button leaves the field, which asks for a preview; the button must still be under the pointer when it comes. */
    private void pressUntilThePreviewHasCome(Locator button) {
        var place = button.boundingBox();
        page.mouse().move(place.x + place.width / 2, place.y + 2);
        page.waitForResponse(url("/retention"), () -> page.mouse().down());
        assertThat(page.locator("#period\\:daysMessage")).isEmpty();
        page.mouse().up();
    }

    @Test
    void holdsAConversationAndReleasesIt() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Is this kept for the tax office?");
        page.navigate(url("/holds?conversation=" + visitor.conversation()));
        page.fill("#placing\\:law", "§ 257 HGB");
        page.fill("#placing\\:until", "2030-12-31");
        page.click("#placing\\:place");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("§ 257 HGB"))
                .first();
        assertThat(row.locator(".badge")).hasText("Holds");

        row.locator("summary").click();
        row.locator(
                        "a",
                        new Locator.LocatorOptions()
                                .setHasText(visitor.conversation().toString()))
                .click();
        assertThat(page.locator("main")).not().containsText("tax office");
        assertThat(Browser.objectionsToWhole(page)).as("held").isEmpty();
        page.selectOption("#reading\\:reason", "AUTHORITY");
        page.click("#reading\\:read");
        assertThat(page.locator(".by-VISITOR .prose")).containsText("tax office");
        page.navigate(url("/audit"));
        assertThat(page.locator("#audit\\:list")).containsText("Held conversation read for an authority");

        page.navigate(url("/holds"));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Release …"))
                .click();
        page.locator(".ui-confirmdialog-yes:visible").click();
        assertThat(row.locator(".badge")).containsText("Released");
    }

    @Test
    void asksForAReasonToReadWhatMayOnlyBeStored() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("Only store this, please.");
        UUID person = lethe.subjectOf(visitor.conversation());
        page.navigate(url("/holds?visitor=" + person));
        page.click("#restricting\\:begin");
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText(person.toString())))
                .isVisible();

        page.navigate(url("/conversation?id=" + visitor.conversation()));
        assertThat(page.locator("main")).not().containsText("Only store this");
        page.selectOption("#reading\\:reason", "LEGAL_CLAIMS");
        page.click("#reading\\:read");
        assertThat(page.locator(".by-VISITOR .prose")).containsText("Only store this");

        page.navigate(url("/audit"));
        assertThat(page.locator("#audit\\:list")).containsText("Restricted data read for claims");
    }

    @Test
    void listsWhomAPersonHasToTellAndWhatAboutUntilTheyAreTold() throws Exception {
        Program program = Program.ofTheDemo(lethe);
        UUID recipient = Partner.entered(program, "Company without an endpoint", null);
        UUID person = visitor("Tell them, please.");
        Partner.given(program, recipient, person, "TRANSCRIPT", "card 4711");
        page.navigate(url("/holds?visitor=" + person));
        page.click("#restricting\\:begin");
        assertThat(page.locator("#restrictions")).containsText(person.toString());

        page.navigate(url("/recipients"));
        Locator row = page.locator("#by-hand tbody tr", new Page.LocatorOptions().setHasText("without an endpoint"));
        assertThat(row).containsText("Restriction");
        row.locator("button").click();
        assertThat(page.locator("#telling")).containsText("card 4711");
        assertThat(page.locator("#telling")).containsText(person.toString());
        assertThat(Browser.objectionsToWhole(page)).as("telling").isEmpty();
        page.fill("#telling\\:day", "2999-01-01");
        page.click("#telling\\:told");
        assertThat(page.locator("#telling\\:dayMessage")).isVisible();
        page.fill("#telling\\:day", LocalDate.now(ZoneOffset.UTC).toString());
        page.click("#telling\\:told");

        assertThat(page.locator("main")).containsText("The recipient is told");
        assertThat(row).hasCount(0);
        Partner.end(program, recipient);
    }

    @Test
    void announcesTheEndOfARestrictionAndShowsWhen() throws Exception {
        UUID person = visitor("Only keep this for now.");
        page.navigate(url("/holds?visitor=" + person));
        page.click("#restricting\\:begin");
        Locator row = page.locator("#restrictions tbody tr", new Page.LocatorOptions().setHasText(person.toString()));
        row.locator("button").click();
        page.click("#lifting\\:announce");

        assertThat(row).containsText("ends ");
        assertThat(row.locator(".badge")).hasText("Restricted");
    }

    @Test
    void showsAnApiKeyOnce() {
        page.navigate(url("/api-keys"));
        page.click("#open");
        page.fill("#add\\:name", "Customer database");
        page.locator("#add\\:roles input").first().check();
        page.click("#add\\:save");

        assertThat(page.locator("#fresh-key")).hasText(Pattern.compile("lethe_[A-Za-z0-9_-]{43}"));
        page.reload();
        assertThat(page.locator("#fresh-key")).hasCount(0);
        assertThat(page.locator("tbody tr").first()).containsText("Customer database");
    }

    @Test
    void checksTheLogAndGivesItAway() throws Exception {
        page.navigate(url("/audit"));
        page.click("#check\\:run");
        assertThat(page.locator("#check\\:result .note.good")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));

        var file = page.waitForDownload(() -> page.click("#export\\:take"));

        assertThat(file.suggestedFilename()).startsWith("lethe-audit-").endsWith(".json");
        assertThat(Files.readString(file.path(), StandardCharsets.UTF_8)).startsWith("{");
    }

    @Test
    void sendsACodeWhateverWasAskedForOnTheInternet() throws Exception {
        String address = "desk" + System.nanoTime() + "@example.org";
        String ask = "{\"email\":\"" + address + "\",\"kind\":\"ACCESS\",\"language\":\"en\"}";
        int status = 202;
        for (int code = 0; code < 4; code++) {
            status = new VisitorClient(lethe)
                    .post("/visitor/sites/demo/privacy/code", ask)
                    .status();
        }
        assertThat(status).as("used up").isEqualTo(429);

        page.navigate(url("/file-request"));
        page.fill("#filing\\:email", address);
        page.click("#filing\\:file");
        act("Send code");

        assertThat(page.getByText("A code was sent").first()).isVisible();
        // Three codes from the internet, the confirmation of receipt and the code from the desk.
        lethe.mail().await(5, address);
    }

    private UUID visitor(String question) throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask(question);
        return lethe.subjectOf(visitor.conversation());
    }

    private void act(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private String url(String path) {
        return lethe.url() + "/dashboard" + path;
    }
}
