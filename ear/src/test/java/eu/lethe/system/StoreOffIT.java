package eu.lethe.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A store that an account turns off gets not one row more, however many are writing. */
@Order(29)
class StoreOffIT {

    private static final int WRITERS = 8;

    private final RunningLethe lethe = RunningLethe.withoutModel();

    @Test
    void writesNoRowAfterTheAnswerThatTurnsTranscriptsOff() throws Exception {
        var over = new AtomicBoolean();
        var answered = new AtomicInteger();
        var writers = Executors.newFixedThreadPool(WRITERS);
        try (var browser = new Browser()) {
            var page = dashboard(browser);
            var writing = IntStream.range(0, WRITERS)
                    .mapToObj(i -> writers.submit(chat(over, answered)))
                    .toList();
            RunningLethe.await("everybody to write", () -> answered.get() > 2 * WRITERS);

            turnOff(page);

            long rows = rows();
            int until = answered.get() + 5 * WRITERS;
            RunningLethe.await("more answers", () -> answered.get() > until);
            assertThat(rows()).isEqualTo(rows);
            page.navigate(lethe.url() + "/dashboard/conversations");
            assertThat(page.locator("main")).containsText("Transcripts are turned off");
            over.set(true);
            for (var writer : writing) {
                writer.get();
            }
        } finally {
            over.set(true);
            writers.shutdownNow();
        }
    }

    @AfterEach
    void turnOnAgain() throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var change = data.createStatement()) {
            change.execute("delete from compliance.store_setting where store = 'conversations'");
        }
    }

    private Callable<Void> chat(AtomicBoolean over, AtomicInteger answered) {
        return () -> {
            var visitor = new VisitorClient(lethe);
            while (!over.get()) {
                var exchange = visitor.ask("What is an origin?");
                assertThat(exchange.status()).as(exchange.body()).isEqualTo(200);
                answered.incrementAndGet();
            }
            return null;
        };
    }

    private Page dashboard(Browser browser) {
        var page = browser.chromium().newPage();
        page.setDefaultTimeout(60_000);
        page.navigate(lethe.url() + "/dashboard/stores");
        Browser.signIn(page);
        return page;
    }

    private static void turnOff(Page page) {
        page.locator("tr", new Page.LocatorOptions().setHasText("Conversations"))
                .first()
                .locator("button")
                .click();
        page.locator("#store\\:on .ui-chkbox-box").click();
        page.selectOption("#store\\:leftover", "KEEP");
        page.click("#store\\:save");
        assertThat(page.locator("tr.is-off", new Page.LocatorOptions().setHasText("Conversations")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
    }

    private long rows() throws SQLException, IOException {
        try (var data = lethe.database("lethe");
                var query = data.createStatement();
                var row = query.executeQuery(
                        "select (select count(*) from chat.message) + (select count(*) from chat.conversation)")) {
            row.next();
            return row.getLong(1);
        }
    }
}
