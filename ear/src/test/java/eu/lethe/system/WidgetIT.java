package eu.lethe.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static eu.lethe.system.WidgetPages.answered;
import static eu.lethe.system.WidgetPages.ask;
import static eu.lethe.system.WidgetPages.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The widget in a real browser on the demo's page. */
@Order(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WidgetIT {

    private static final String QUESTION = "Where are the messages of visitors stored?";
    private static final String WIDTH = "() => document.documentElement.scrollWidth";

    private RunningLethe lethe;
    private WidgetPages pages;

    @BeforeAll
    void start() {
        lethe = RunningLethe.withoutModel();
        RunningLethe.await("the demo's knowledge", () -> {
            var done = new VisitorClient(lethe).ask(QUESTION).done();
            return !done.getJsonArray("citations").isEmpty();
        });
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
    void storesNothingAndAsksNobodyElseBeforeTheFirstMessage() {
        var page = pages.page(new com.microsoft.playwright.Browser.NewContextOptions());
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(lethe.demo().toString());
        open(page);
        page.locator("textarea").pressSequentially("not sent yet");

        assertThat(page.evaluate(WidgetPages.STORED)).isEqualTo("");
        assertThat(asked).allMatch(url -> URI.create(url).getHost().equals("localhost"));
        assertThat(asked).noneMatch(url -> url.contains("/messages"));

        page.keyboard().press("Enter");
        answered(page, 1);
        assertThat(page.evaluate(WidgetPages.STORED)).isEqualTo("lethe:demo,");
    }

    @Test
    void answersWithSourcesAndSaysThatAMachineSpeaks() {
        var page = pages.demo();
        open(page);
        assertThat(page.getByText("You are talking to an AI assistant")).isVisible();
        ask(page, QUESTION);

        assertThat(page.locator(".theirs .text").last()).containsText("PostgreSQL");
        assertThat(page.locator(".sources li").first()).isVisible();
        assertThat(page.locator("[data-ai-generated=true]")).hasCount(1);
        assertThat(page.locator("[role=status]")).containsText("PostgreSQL");

        page.locator(".theirs .text .cite").first().click();
        assertThat(page.locator(".snippet").first()).isVisible();
    }

    @Test
    void keepsAMessageThatCouldNotBeSent() {
        var page = pages.demo();
        open(page);
        page.context().setOffline(true);
        page.locator("textarea").fill(QUESTION);
        page.keyboard().press("Enter");
        Locator again = page.locator(".failed button");
        again.waitFor(new Locator.WaitForOptions().setTimeout(30_000));
        assertThat(page.locator(".mine .text")).hasText(QUESTION);

        page.context().setOffline(false);
        again.click();
        answered(page, 1);
        assertThat(page.locator(".mine")).hasCount(1);
        assertThat(page.locator(".failed")).hasCount(0);
    }

    @Test
    void goesOnWhereAnAnswerBrokeOff() {
        var page = pages.demo();
        var sent = new AtomicInteger();
        page.route("**/messages", route -> {
            sent.incrementAndGet();
            cutAfterTheFirstPiece(route);
        });
        open(page);
        ask(page, QUESTION);

        assertThat(page.locator(".theirs .text").last()).containsText("PostgreSQL");
        assertThat(sent).hasValue(1);
        page.unroute("**/messages");
        page.reload();
        open(page);
        answered(page, 1);
        assertThat(page.locator(".theirs .text").last()).containsText("PostgreSQL");
    }

    private static void cutAfterTheFirstPiece(Route route) {
        var whole = route.fetch();
        String events = whole.text();
        int piece = events.indexOf("event: delta");
        route.fulfill(new Route.FulfillOptions()
                .setResponse(whole)
                .setBody(events.substring(0, events.indexOf("\n\n", piece) + 2)));
    }

    @Test
    void showsTheConversationAgainAfterAReloadAndForgetsItOnRestart() {
        var page = pages.demo();
        open(page);
        ask(page, QUESTION);
        page.reload();
        open(page);
        answered(page, 1);
        assertThat(page.locator(".mine .text")).hasText(QUESTION);

        page.getByLabel("New conversation", new Page.GetByLabelOptions().setExact(true))
                .click();
        page.getByText("Start new", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".mine")).hasCount(0);
        page.reload();
        open(page);
        assertThat(page.locator(".chips, .theirs").first()).isVisible();
        assertThat(page.locator(".mine")).hasCount(0);
    }

    @Test
    void worksWithTheKeyboardAlone() {
        var page = pages.demo();
        page.locator(".launcher").waitFor();
        page.locator(".launcher").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("textarea")).isFocused();
        page.keyboard().type("one");
        page.keyboard().press("Shift+Enter");
        page.keyboard().type("two");
        assertThat(page.locator("textarea")).hasValue("one\ntwo");
        page.keyboard().press("Escape");
        assertThat(page.locator(".panel")).isHidden();
        assertThat(page.locator(".launcher")).isFocused();
        assertThat(page.locator(".launcher")).hasAttribute("aria-expanded", "false");
    }

    @ParameterizedTest
    @CsvSource({"1180,800,LIGHT,ltr", "1180,800,DARK,ltr", "1180,800,LIGHT,rtl", "375,667,LIGHT,ltr", "320,480,DARK,ltr"
    })
    void leavesAxeNothingToObjectTo(int width, int height, ColorScheme scheme, String direction) {
        var page = pages.page(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme));
        page.navigate(lethe.demo().toString());
        page.evaluate("dir => { document.documentElement.dir = dir }", direction);
        page.locator(".launcher").waitFor();
        Object pageWidth = page.evaluate(WIDTH);
        assertThat(Browser.objections(page)).as("closed").isEmpty();
        open(page);
        assertThat(Browser.objections(page)).as("open").isEmpty();
        ask(page, QUESTION);
        assertThat(Browser.objections(page)).as("answered").isEmpty();
        assertThat(page.evaluate(WIDTH)).as("as wide as before").isEqualTo(pageWidth);
    }

    @Test
    void fillsAPhoneAndKeepsTheFocusInside() {
        var page = pages.page(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(375, 667));
        page.navigate(lethe.demo().toString());
        open(page);
        var box = page.locator(".panel").boundingBox();
        assertThat(List.of(box.x, box.y, box.width, box.height)).containsExactly(0.0, 0.0, 375.0, 667.0);
        for (int tab = 0; tab < 12; tab++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.localName")).isEqualTo("lethe-widget");
        }
    }

    @Test
    void worksUnderAStrictPolicyWithTrustedTypes() {
        var page = pages.page(new com.microsoft.playwright.Browser.NewContextOptions());
        var complaints = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        pages.host(page, lethe.demo() + "/strict", pages.strictPolicy(), "");
        open(page);
        ask(page, QUESTION);
        assertThat(page.locator(".panel").evaluate("it => getComputedStyle(it).position"))
                .isEqualTo("fixed");
        assertThat(complaints).isEmpty();
    }

    @Test
    void staysAwayFromPagesThatAreNotOnTheSitesList() {
        var page = pages.page(new com.microsoft.playwright.Browser.NewContextOptions());
        var warnings = new ArrayList<String>();
        page.onConsoleMessage(message -> warnings.add(message.text()));
        pages.host(page, "http://elsewhere.localhost:" + lethe.demo().getPort() + "/", "", "");
        page.waitForCondition(() -> warnings.stream().anyMatch(line -> line.contains("does not allow")));
        assertThat(page.locator(".launcher")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"de,Guten Tag!,KI-Assistent", "fi,Hei!,Tekoälyavustaja"})
    void speaksTheLanguageAskedFor(String language, String greeting, String label) {
        var page = pages.page(new com.microsoft.playwright.Browser.NewContextOptions());
        pages.host(page, lethe.demo() + "/" + language, "", "data-lang=" + language);
        open(page);
        assertThat(page.locator(".what")).hasText(label);
        assertThat(page.locator(".theirs .text").first()).containsText(greeting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.caught = 1</script>",
                "<img src=x onerror='window.caught = 1'> where are messages stored?",
                "[messages](javascript:window.caught=1) stored where?",
                "\"><svg/onload=window.caught=1>"
            })
    void neverTakesTextForMarkup(String text) {
        var page = pages.demo();
        open(page);
        ask(page, text);
        assertThat(page.locator(".mine .text")).hasText(text);
        assertThat(page.evaluate("() => window.caught")).isNull();
        assertThat(page.locator(".panel a[href^=javascript], .panel img, .panel script"))
                .hasCount(0);
    }
}
