package eu.lethe.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.server.postgres.Database;
import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Ports;
import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops Lethe before anything is started, each with a sentence that says what to do. */
class RefusalTest {

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(Ports.LOOPBACK, port, "Lethe"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageStartingWith("Port " + port + " (Lethe) is taken");
            assertThat(Ports.freeFrom(port)).isGreaterThan(port);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "eighty", ""})
    void aPortThatIsNone(String text) {
        assertThatThrownBy(() -> Ports.number("--port", text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--port must be a port from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9200", "ftp://search:9200", "http://", "http://se arch"})
    void anOpenSearchAddressThatIsNone(String url) {
        Properties settings = new Properties();
        settings.setProperty("lethe.opensearch.url", url);
        Configuration configuration = new Configuration(settings, Map.of(), new Properties());

        assertThatThrownBy(() -> OpenSearchAddress.configured(configuration))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("must look like https://host:9200, not \"" + url + "\"");
    }

    @Test
    void anOpenSearchThatIsNotThere() throws IOException {
        int nobody = nobodysPort();

        assertThatThrownBy(() ->
                        OpenSearchAddress.open("http://127.0.0.1:" + nobody).requireUsable())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lethe.opensearch.url")
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void aDatabaseThatIsNoneOrNotThere() throws IOException {
        int nobody = nobodysPort();

        assertThatThrownBy(() -> database("jdbc:mysql://db/lethe").requireUsable())
                .hasMessageContaining("must look like jdbc:postgresql://host:5432/database");
        assertThatThrownBy(() -> database("jdbc:postgresql://127.0.0.1:" + nobody + "/lethe")
                        .requireUsable())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void tooLittleMemory() {
        long needed = Machine.memoryNeeded(true, true, true);

        assertThat(needed).isEqualTo(1500);
        assertThatCode(() -> Machine.requireMemory(needed, OptionalLong.of(needed)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Machine.requireMemory(needed, OptionalLong.empty()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Machine.requireMemory(needed, OptionalLong.of(700)))
                .hasMessageStartingWith("About 1500 MB of free memory are needed to start, and only 700 MB are free");
    }

    @Test
    void aHomeThatIsInUse(@TempDir Path folder) throws IOException {
        Home home = Home.at(folder.toString());
        FileLock lock = home.lock();

        assertThatThrownBy(home::lock)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Another one already runs with " + folder)
                .hasMessageContaining("process " + ProcessHandle.current().pid());

        lock.release();
        assertThatCode(home::lock).doesNotThrowAnyException();
    }

    @Test
    void aCommandLineThatSaysTooLittleTooMuchOrTheUnknown() {
        assertThatThrownBy(Options::parse).hasMessageStartingWith("Name the application to start");
        assertThatThrownBy(() -> Options.parse("--prot", "8080"))
                .hasMessageStartingWith("The option --prot is unknown");
        assertThatThrownBy(() -> Options.parse("a.ear", "b.ear")).hasMessageStartingWith("Name one application");
        assertThatThrownBy(() -> Options.parse("a.ear", "--home"))
                .hasMessageStartingWith("The option --home needs a value");
    }

    private static Database database(String url) {
        return new Database("lethe.db", url, "user", "secret", "owner", "secret");
    }

    private static int nobodysPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
