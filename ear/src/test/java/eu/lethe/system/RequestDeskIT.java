package eu.lethe.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer answers requests of people who may share an address with somebody else, or have none. */
@Order(33)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestDeskIT {

    private static final String PRIVACY = "/visitor/sites/demo/privacy";
    private static final double PATIENCE = 90_000;

    private final String address = "grace" + System.nanoTime() + "@example.org";
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
        Browser.enter(page, lethe);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void putsRightOnlyWhatIsWrongAndOnlyForTheVisitorTheRequestNames() throws Exception {
        var named = visitor("Grace", "+49 30 1");
        var other = visitor("Somebody", "+49 30 9");
        fill("RECTIFICATION", personOf(named).toString(), address);
        page.fill("#filing\\:phone", "+49 30 2");
        page.click("#filing\\:file");
        confirm();
        act("Carry out …");
        assertThat(page.locator("#carrying\\:correcting input:checked")).hasCount(1);
        assertThat(page.locator("#carrying\\:correcting")).containsText("Somebody");
        page.click("#carrying\\:do");
        assertThat(page.locator(".request-head .badge")).hasText("Done");

        var right = named.get(PRIVACY + "/contact").problem();
        assertThat(right.getString("phone")).isEqualTo("+49 30 2");
        assertThat(right.getString("name")).isEqualTo("Grace");
        assertThat(right.getString("email")).isEqualTo(address);
        assertThat(other.get(PRIVACY + "/contact").problem().getString("phone")).isEqualTo("+49 30 9");
    }

    @Test
    void letsEverybodyGoOnWhenThePersonNamedTakesAnObjectionBack() throws Exception {
        var named = visitor("Grace", "+49 30 1");
        var other = visitor("Somebody", "+49 30 9");
        fill("OBJECTION", personOf(named).toString(), address);
        page.click("#filing\\:file");
        confirm();
        assertThat(stateOf(other)).isEqualTo("RESTRICTED");

        String request = page.url().replaceAll(".*id=", "");
        assertThat(other.delete(PRIVACY + "/requests/" + request).status()).isEqualTo(404);
        assertThat(named.delete(PRIVACY + "/requests/" + request).status()).isEqualTo(200);
        assertThat(stateOf(named)).isEqualTo("ACTIVE");
        assertThat(stateOf(other)).isEqualTo("ACTIVE");
    }

    @Test
    void doesNotClaimThatSomebodyIsToldWhoCannotBe() throws Exception {
        fill("ACCESS", personOf(visitor("Grace", "+49 30 1")).toString(), "");
        page.fill(
                "#filing\\:receivedOn",
                LocalDate.now(ZoneOffset.UTC).minusDays(10).toString());
        page.click("#filing\\:file");
        assertThat(page.locator(".lead").first()).containsText(tenDaysAgo());
        assertThat(page.locator(".timeline")).containsText("The time runs: ask for proof");
        refuse();

        assertThat(page.locator("main")).containsText("No letter could be sent");
        Locator told = page.locator(".card.told");
        assertThat(told).containsText("hand this over");
        assertThat(told).containsText("We could not make sure that you are the person");
        assertThat(told).containsText("complaint");
        page.reload();
        assertThat(told).containsText("hand this over");
        assertThat(Browser.objectionsToWhole(page)).isEmpty();
    }

    @Test
    void saysThatALetterIsOnItsWayAndThenThatItWasTaken() throws Exception {
        fill("ACCESS", "", "b" + address);
        page.click("#filing\\:file");
        refuse();

        assertThat(page.locator("main")).containsText("is on its way to the person");
        lethe.mail().await(2, "b" + address);
        page.reload();
        assertThat(page.locator(".card.told")).containsText("The mail server has taken the letter");
    }

    private void refuse() {
        act("Refuse …");
        page.selectOption("#refusing\\:refusalGround", "IDENTITY_NOT_PROVEN");
        page.click("#refusing\\:do");
        assertThat(page.locator(".request-head .badge")).hasText("Refused");
    }

    private static String tenDaysAgo() {
        return DateTimeFormatter.ofPattern("d", Locale.UK)
                .format(LocalDate.now(ZoneOffset.UTC).minusDays(10));
    }

    private void fill(String kind, String visitor, String email) {
        page.navigate(url("/file-request"));
        page.selectOption("#filing\\:kind", kind);
        if (kind.equals("RECTIFICATION")) {
            page.locator("#filing\\:phone").waitFor();
        }
        page.fill("#filing\\:visitor", visitor);
        page.fill("#filing\\:email", email);
    }

    private void confirm() {
        act("Confirm identity …");
        page.selectOption("#stating\\:means", "IN_PERSON");
        page.click("#stating\\:do");
        assertThat(page.locator(".request-head .badge")).hasText("Your turn");
    }

    private void act(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private VisitorClient visitor(String name, String phone) {
        var visitor = new VisitorClient(lethe);
        visitor.ask("What is an origin?");
        var answer = visitor.put(
                PRIVACY + "/contact",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("email", address)
                        .add("phone", phone)
                        .build()
                        .toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return visitor;
    }

    private UUID personOf(VisitorClient visitor) throws Exception {
        return lethe.subjectOf(visitor.conversation());
    }

    private static String stateOf(VisitorClient visitor) {
        return visitor.get(PRIVACY).problem().getString("state");
    }

    private String url(String path) {
        return lethe.url() + "/dashboard" + path;
    }
}
