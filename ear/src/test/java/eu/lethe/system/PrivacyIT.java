package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is kept of a person, and what is not, looked for where it would be found. */
@Order(20)
class PrivacyIT {

    private final RunningLethe lethe = RunningLethe.withoutModel();

    @Test
    void keepsNothingBeforeTheFirstMessage() throws Exception {
        try (var database = lethe.database("lethe")) {
            long before = count(database, "compliance.subject") + count(database, "chat.visitor");

            var browser = new VisitorClient(lethe);
            browser.get("/widget/lethe.js");
            browser.get("/visitor/sites/demo");

            assertThat(count(database, "compliance.subject") + count(database, "chat.visitor"))
                    .isEqualTo(before);
        }
    }

    @Test
    void keepsNoWordOfAVisitorInTheClear() throws Exception {
        String canary = "zanzibarkanarie" + System.nanoTime();

        new VisitorClient(lethe).ask("My secret is " + canary + " and where are messages stored?");

        assertThat(Traces.of(lethe, canary)).isEmpty();
        assertThat(filesWith(lethe.home().resolve("logs"), canary)).isEmpty();
        assertThat(filesWith(lethe.home().resolve("opensearch"), canary)).isEmpty();
    }

    @Test
    void keepsTheEntryPageWithoutWhatCouldIdentify() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("What is an origin?");

        try (var database = lethe.database("lethe");
                var query = database.prepareStatement("select entry_page from chat.conversation where id = ?")) {
            query.setObject(1, visitor.conversation());
            var rows = query.executeQuery();
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("https://www.example.org/prices?utm_source=mail");
        }
    }

    private static long count(Connection database, String table) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<Path> filesWith(Path folder, String canary) throws IOException {
        assertThat(folder).isDirectory();
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(canary)) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
