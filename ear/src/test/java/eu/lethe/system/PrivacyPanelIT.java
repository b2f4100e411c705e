package eu.lethe.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.lethe.system.WidgetPages.STORED;
import static eu.lethe.system.WidgetPages.ask;
import static eu.lethe.system.WidgetPages.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What visitors see and do about their own data in the widget. */
@Order(35)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivacyPanelIT {

    private static final String QUESTION = "Where are the messages of visitors stored?";
    private static final String SESSION = "() => sessionStorage.getItem('lethe:demo')";
    private static final Pattern CODE = Pattern.compile("\\b\\d{8}\\b");
    private static final Pattern RECEIPT = Pattern.compile("([0-9a-f]{4}-){7}[0-9a-f]{4}");

    private RunningLethe lethe;
    private WidgetPages pages;

    @BeforeAll
    void start() {
        lethe = RunningLethe.withoutModel();
        pages = new WidgetPages(lethe);
    }

    @AfterEach
    void closePages() {
        pages.closePages();
    }

    @AfterAll
    void end() {
        pages.close();
    }

    @Test
    void tellsBeforeTheFirstMessageThatNothingIsHeldAndStoresNothing() {
        var page = pages.page(new NewContextOptions());
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(lethe.demo().toString());
        open(page);
        assertThat(asked).as("loaded only when asked for").noneMatch(url -> url.contains("/widget/privacy.js"));
        privacy(page);

        assertThat(page.locator(".sum")).hasText("Nothing");
        assertThat(page.locator("[data-name=erase]")).hasCount(0);
        go(page, "details");
        assertThat(page.locator(".page")).containsText("365 days");
        assertThat(page.locator(".page")).containsText("Article 17");
        assertThat(page.evaluate(STORED)).isEqualTo("");
        assertThat(asked).noneMatch(url -> url.contains("/messages"));
    }

    @Test
    void showsWhatIsHeldAndGivesCopiesOfIt() {
        var page = known();
        assertThat(page.locator(".sum")).hasText("1 conversation and 2 messages");

        go(page, "download");
        assertThat(text(download(page, "PDF"))).startsWith("%PDF-");
        assertThat(text(download(page, "Web page"))).contains(QUESTION);
        assertThat(text(download(page, "JSON"))).contains(QUESTION);
        assertThat(text(download(page, "ZIP file"))).startsWith("PK");
    }

    @Test
    void correctsTheContactAndSaysWhatCannotBeOne() {
        var page = known();
        go(page, "correct");
        page.getByLabel("Name").fill("Ada");
        page.getByLabel("E-mail address").fill("not an address");
        press(page, "Save");
        assertThat(page.getByLabel("E-mail address")).isFocused();
        assertThat(page.getByLabel("E-mail address"))
                .hasAccessibleDescription("Please enter an e-mail address, like name@example.org.");

        page.getByLabel("E-mail address").fill("ada-corrects@example.org");
        press(page, "Save");
        assertThat(page.locator(".fine")).hasText("Saved.");
        back(page);
        assertThat(page.locator("[data-name=correct]")).isFocused();
        assertThat(page.locator(".sum")).containsText("your contact details");
        go(page, "correct");
        assertThat(page.getByLabel("E-mail address")).hasValue("ada-corrects@example.org");
    }

    @Test
    void restrictsForTheReasonThePersonChoosesAndLiftsAgain() {
        var page = known();
        go(page, "restrict");
        press(page, "Restrict");
        assertThat(page.locator(".wrong:visible")).hasText("Please choose one.");
        page.getByText("I need it for a legal claim").click();
        press(page, "Restrict");
        assertThat(page.locator(".warn")).containsText("Your data is restricted");

        back(page);
        ask(page, "What is an origin?");
        assertThat(page.locator(".theirs .text").last()).containsText("restricted");

        privacy(page);
        go(page, "lift");
        press(page, "Lift the restriction");
        assertThat(page.locator("[data-name=restrict]")).isVisible();
        assertThat(page.locator(".warn")).hasCount(0);
    }

    @Test
    void objectsShowsUntilWhenTheCompanyMustAnswerAndTakesItBack() {
        var page = known();
        go(page, "object");
        page.getByLabel("Your reason").fill("I do not want to be advertised to.");
        press(page, "Send request");
        assertThat(page.locator(".card")).containsText("Objection");
        assertThat(page.locator(".card")).containsText(Pattern.compile("Answer by .+: \\d\\d days left"));

        press(page, "Done");
        assertThat(page.locator(".warn")).containsText("Your data is restricted");
        go(page, "held");
        assertThat(page.locator(".page")).containsText("Your objection is being decided, since");
        assertThat(page.getByText("Lift the restriction")).hasCount(0);
        press(page, "Your requests");
        press(page, "Take back: Objection");
        assertThat(page.locator(".card")).containsText("Taken back");
        back(page);
        back(page);
        assertThat(page.locator("[data-name=restrict]")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"withdraw,Withdrawal of consent", "review,Review by a person"})
    void asksForWhatOnlyPeopleCanDecide(String what, String kind) {
        var page = known();
        go(page, what);
        page.locator(".page textarea").fill("Please.");
        press(page, "Send request");
        assertThat(page.locator(".card h3")).hasText(kind);
        press(page, "Your requests");
        assertThat(page.locator(".card h3")).hasText(kind);
    }

    @Test
    void erasesAfterOneQuestionAndShowsTheReceiptOnce() {
        var page = known();
        String session = (String) page.evaluate(SESSION);
        go(page, "erase");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Keep my data"))).isVisible();
        press(page, "Erase everything");

        assertThat(page.locator(".code")).hasText(RECEIPT);
        assertThat(page.locator(".receipt a")).hasAttribute("href", Pattern.compile(lethe.url() + "/certificates/.+"));
        assertThat(page.evaluate(STORED)).as("what the browser knows").isEqualTo("");
        var receipt = page.waitForDownload(() -> press(page, "Save as file"));
        assertThat(text(receipt)).contains(page.locator(".code").textContent());

        press(page, "Done");
        assertThat(page.locator(".sum")).hasText("Nothing");
        back(page);
        assertThat(page.locator(".mine")).hasCount(0);
        assertThat(page.locator(".log")).containsText("Your earlier messages were erased.");
        forgetsWhoWasErasedElsewhere(page, session);
    }

    /** A tab that was left open, or a browser that was switched off, while its person was erased. */
    private static void forgetsWhoWasErasedElsewhere(Page page, String session) {
        remember(page, session);
        assertThat(page.locator(".log")).containsText("Your earlier messages were erased.");
        assertThat(page.evaluate(STORED)).isEqualTo("");

        remember(page, session.replaceFirst(",\"conversation\":\"[^\"]*\"", ""));
        page.locator("textarea").fill("Am I still there?");
        page.keyboard().press("Enter");
        assertThat(page.locator(".failed .text")).hasText("Am I still there?");
        assertThat(page.evaluate(STORED)).as("nobody is brought back unasked").isEqualTo("");
        page.locator(".failed button").click();
        WidgetPages.answered(page, 1);

        remember(page, session);
        privacy(page);
        assertThat(page.locator(".privacy h2")).hasText("Privacy");
        assertThat(page.locator(".sum")).hasText("Nothing");
    }

    private static void remember(Page page, String session) {
        page.evaluate("session => sessionStorage.setItem('lethe:demo', session)", session);
        page.reload();
        open(page);
    }

    @Test
    void provesByACodeInALetterWhoseDataItIs() throws Exception {
        String address = "ada-proves@example.org";
        var before = known();
        go(before, "correct");
        before.getByLabel("E-mail address").fill(address);
        press(before, "Save");
        assertThat(before.locator(".fine")).hasText("Saved.");

        var page = pages.demo();
        open(page);
        privacy(page);
        askForCode(page, "A report of what is held", address);
        page.getByLabel("Code from the e-mail").fill("0000 0000");
        press(page, "Confirm");
        assertThat(page.locator(".wrong:visible")).containsText("That is not the code.");
        page.getByLabel("Code from the e-mail").fill(code(1, address));
        press(page, "Confirm");
        assertThat(text(download(page, "JSON"))).contains(QUESTION);

        press(page, "Done");
        askForCode(page, "Everything erased", address);
        page.getByLabel("Code from the e-mail").fill(code(2, address));
        press(page, "Erase everything");
        assertThat(page.locator(".code")).hasText(RECEIPT);

        back(before);
        assertThat(before.locator(".privacy h2")).hasText("Erased");
        assertThat(before.evaluate(STORED)).isEqualTo("");
    }

    /** The code in the letter that is the so many-th with one; there may be others in between. */
    private String code(int number, String address) throws Exception {
        RunningLethe.await("a letter with a code", () -> codes(address).size() >= number);
        return codes(address).get(number - 1);
    }

    private List<String> codes(String address) throws MessagingException, IOException {
        return lethe.mail().to(address).stream()
                .map(CODE::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .toList();
    }

    private static void askForCode(Page page, String wish, String address) {
        go(page, "email");
        page.getByText(wish).click();
        page.getByLabel("E-mail address").fill(address);
        press(page, "Send me a code");
        page.getByLabel("Code from the e-mail").waitFor();
    }

    @Test
    void worksWithTheKeyboardAlone() {
        var page = pages.demo();
        open(page);
        page.getByRole(AriaRole.BUTTON, named("Privacy")).focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".privacy h2")).isFocused();
        assertThat(page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Privacy")))
                .isVisible();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("[data-name=details]")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".privacy h2")).hasText("What is held");
        assertThat(page.locator(".privacy h2")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("[data-name=details]")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Privacy"))).isFocused();
        assertThat(page.locator("textarea")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"1180,800,LIGHT,ltr", "1180,800,DARK,ltr", "1180,800,LIGHT,rtl", "375,667,LIGHT,ltr", "320,480,DARK,ltr"
    })
    void leavesAxeNothingToObjectTo(int width, int height, ColorScheme scheme, String direction) {
        var page = pages.demo(
                new NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        page.evaluate("dir => { document.documentElement.dir = dir }", direction);
        open(page);
        assertThat(Browser.objections(page)).as("chat").isEmpty();
        privacy(page);
        assertThat(Browser.objections(page)).as("nothing held").isEmpty();
        back(page);
        ask(page, QUESTION);
        privacy(page);
        assertThat(Browser.objections(page)).as("something held").isEmpty();
        for (String name : List.of("details", "download", "object", "review", "email")) {
            go(page, name);
            assertThat(Browser.objections(page)).as(name).isEmpty();
            fits(page, name);
            back(page);
        }
        go(page, "correct");
        page.getByLabel("E-mail address").fill("none");
        press(page, "Save");
        assertThat(page.locator(".wrong:visible")).hasCount(1);
        assertThat(Browser.objections(page)).as("a mistake").isEmpty();
        back(page);
        go(page, "restrict");
        page.locator(".option").first().click();
        press(page, "Restrict");
        go(page, "lift");
        assertThat(Browser.objections(page)).as("restricted").isEmpty();
        back(page);
        go(page, "erase");
        assertThat(Browser.objections(page)).as("before erasing").isEmpty();
        fits(page, "before erasing");
        press(page, "Erase everything");
        assertThat(page.locator(".code")).isVisible();
        assertThat(Browser.objections(page)).as("the receipt").isEmpty();
        fits(page, "the receipt");
    }

    private static void fits(Page page, String where) {
        assertThat(page.locator(".page").evaluate("it => it.scrollWidth <= it.clientWidth"))
                .as("as wide as the panel: " + where)
                .isEqualTo(true);
    }

    @Test
    void worksUnderAStrictPolicyWithTrustedTypes() {
        var page = pages.page(new NewContextOptions());
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        pages.host(page, lethe.demo() + "/strict", pages.strictPolicy(), "");
        open(page);
        ask(page, QUESTION);
        privacy(page);
        go(page, "download");
        assertThat(text(download(page, "JSON"))).contains(QUESTION);
        back(page);
        go(page, "erase");
        press(page, "Erase everything");
        assertThat(page.locator(".code")).isVisible();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"de,Datenschutz,Nichts,Was gespeichert ist", "fi,Tietosuoja,Ei mitään,Mitä on tallennettu"})
    void speaksTheLanguageOfTheWidget(String language, String privacy, String nothing, String details) {
        var page = pages.page(new NewContextOptions());
        pages.host(page, lethe.demo() + "/" + language, "", "data-lang=" + language);
        open(page);
        page.getByRole(AriaRole.BUTTON, named(privacy)).click();
        assertThat(page.locator(".privacy")).hasAttribute("lang", language);
        assertThat(page.locator(".sum")).hasText(nothing);
        go(page, "details");
        assertThat(page.locator(".privacy h2")).hasText(details);
    }

    @Test
    void opensFromALinkOfTheWebsite() {
        var page = pages.demo();
        page.locator(".launcher").waitFor();
        page.evaluate("() => lethe.privacy()");
        assertThat(page.locator(".sum")).hasText("Nothing");
    }

    /** Somebody who has asked something, with the privacy panel open. */
    private Page known() {
        var page = pages.demo();
        open(page);
        ask(page, QUESTION);
        privacy(page);
        assertThat(page.locator("[data-name=erase]")).isVisible();
        return page;
    }

    private static void privacy(Page page) {
        page.locator(".shield").click();
        assertThat(page.locator("[data-name=details]")).isVisible();
    }

    private static void go(Page page, String name) {
        String title = page.locator(".privacy h2").textContent();
        page.locator("[data-name=" + name + "]").click();
        assertThat(page.locator(".privacy h2")).not().hasText(title);
    }

    private static void back(Page page) {
        page.locator(".privacy .tool").first().click();
    }

    private static void press(Page page, String text) {
        page.locator(".page")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(text).setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Download download(Page page, String format) {
        return page.waitForDownload(() -> press(page, format));
    }

    private static String text(Download download) {
        try {
            return Files.readString(download.path(), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
