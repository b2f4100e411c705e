package eu.lethe.compliance.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.RealDatabases;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns the search after an erasure reads, as the catalogue has them, and what it takes for a word. */
class ScanTest {

    @Test
    void looksForIdsEverywhereButWhereAClientChoosesThem() throws SQLException {
        Map<String, List<String>> columns = columns(Scan.IDS);

        assertThat(columns.get("compliance.subject")).containsExactly("id");
        assertThat(columns.get("compliance.request_person")).containsExactly("id", "subject_id");
        assertThat(columns.get("compliance.restriction")).contains("id", "subject_id");
        assertThat(columns.get("compliance.subject_request")).containsExactly("letter_id");
        assertThat(columns).doesNotContainKey("compliance.erasure_job");
    }

    @Test
    void looksForWordsInTextsOfAccountsAndNotInCodes() throws SQLException {
        Map<String, List<String>> columns = columns(Scan.TEXTS);

        assertThat(columns.get("compliance.legal_hold")).containsExactly("law");
        assertThat(columns.get("compliance.recipient"))
                .contains("name", "address", "contact")
                .doesNotContain("category", "mechanism", "country", "state");
        assertThat(columns.get("compliance.disclosure")).doesNotContain("channel", "fields");
        assertThat(columns)
                .doesNotContainKeys(
                        "compliance.subject",
                        "compliance.retention_policy",
                        "compliance.subject_request",
                        "compliance.member",
                        "compliance.flyway_schema_history");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mark               | said mark, once            | true
                    Mark               | markdown                   | false
                    Anna               | of savannah                | false
                    Ada.L@example.org  | mailto:ada.l@example.org?x | true
                    Ada.L@example.org  | adaxl@example.org          | false
                    +358 (40) 555-0199 | tel +358 (40) 555-0199     | true
                    Säämark            | (säämark)                  | true
                    """)
    void takesForAWordWhatStandsByItself(String word, String said, boolean there) throws SQLException {
        try (var connection = RealDatabases.lethe().getConnection();
                var query = connection.prepareStatement("select ? ~ ?")) {
            query.setString(1, said);
            query.setString(2, Scan.pattern(word));
            var row = query.executeQuery();
            row.next();
            assertThat(row.getBoolean(1)).isEqualTo(there);
        }
    }

    private static Map<String, List<String>> columns(String which) throws SQLException {
        var columns = new HashMap<String, List<String>>();
        try (var connection = RealDatabases.lethe().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(Scan.COLUMNS + which + " group by 1 order by 1")) {
            while (rows.next()) {
                columns.put(rows.getString(1), List.of(rows.getString(2).split(",")));
            }
        }
        return columns;
    }
}
