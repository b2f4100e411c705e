package eu.lethe.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @Test
    void aSystemPropertyWinsOverTheEnvironmentWhichWinsOverTheFile() {
        Map<String, String> environment = Map.of("LETHE_DB_URL", "environment", "LETHE_VAULT_URL", "environment");
        Properties file = properties("lethe.db.url", "file", "lethe.vault.url", "file", "lethe.llm.url", "file");

        Configuration configuration = new Configuration(properties("lethe.db.url", "property"), environment, file);

        assertThat(configuration.value("lethe.db.url")).contains("property");
        assertThat(configuration.value("lethe.vault.url")).contains("environment");
        assertThat(configuration.value("lethe.llm.url")).contains("file");
    }

    @Test
    void everySettingReachesTheApplicationAsEnvironment() {
        Configuration configuration = new Configuration(
                properties("lethe.llm.model", "small", "user.name", "somebody"),
                Map.of("LETHE_MAIL_HOST", "mail", "PATH", "/bin"),
                properties("lethe.db.owner-user", "owner"));

        assertThat(configuration.asEnvironment())
                .containsOnly(
                        Map.entry("LETHE_LLM_MODEL", "small"),
                        Map.entry("LETHE_MAIL_HOST", "mail"),
                        Map.entry("LETHE_DB_OWNER_USER", "owner"));
    }

    @Test
    void anEmptyValueTakesASettingBack() {
        Configuration configuration =
                new Configuration(new Properties(), Map.of("LETHE_DB_URL", " "), properties("lethe.db.url", "file"));

        assertThat(configuration.value("lethe.db.url")).isEmpty();
    }

    @Test
    void aKeyThatIsNotLethesIsRefusedByItsName(@TempDir Path home) throws IOException {
        Files.writeString(home.resolve("lethe.properties"), "db.url=jdbc:postgresql://db/lethe\n");

        assertThatThrownBy(() -> Configuration.of(home))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("\"db.url\"")
                .hasMessageContaining("start with \"lethe.\"");
    }

    @Test
    void aDatabaseWithoutItsUserIsRefused() {
        Configuration configuration =
                new Configuration(properties("lethe.db.url", "jdbc:postgresql://db/lethe"), Map.of(), new Properties());

        assertThatThrownBy(() -> ConfiguredDatabase.of(configuration, "lethe.db"))
                .isInstanceOf(Refusal.class)
                .hasMessage("With lethe.db.url set, lethe.db.user must be set, too.");
    }

    @Test
    void theApplicationIsNotToldTheOwnersPassword(@TempDir Path folder) {
        var home = Home.at(folder.toString());
        Configuration configuration = new Configuration(
                new Properties(),
                Map.of("LETHE_DB_OWNER_PASSWORD", "secret", "LETHE_OWNER_EMAIL", "a@b"),
                new Properties());
        FirstLogin login = FirstLogin.of(configuration, home);

        Map<String, String> environment = new ApplicationEnvironment(
                        home, configuration, Options.parse("--stores-only"), login)
                .complete(Map.of("LETHE_DB_URL", "jdbc"), 8080);

        assertThat(environment)
                .doesNotContainKey("LETHE_DB_OWNER_PASSWORD")
                .containsEntry("LETHE_DB_URL", "jdbc")
                .containsEntry("LETHE_OWNER_EMAIL", "a@b")
                .containsEntry("LETHE_PUBLIC_URL", "http://localhost:8080")
                .containsKeys("LETHE_OWNER_PASSWORD", "LETHE_KEYS_PASSWORD");
    }

    private static Properties properties(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return properties;
    }
}
