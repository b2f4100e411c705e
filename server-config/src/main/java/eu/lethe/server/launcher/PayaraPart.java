package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Payara Micro with the application, in a JVM of its own. */
final class PayaraPart implements Part {

    private static final List<String> PRISTINE = List.of("config", "docroot", "lib", "META-INF");

    private final Installation installation;
    private final Home home;
    private final Path instance;
    private final Path ear;
    private final Site site;
    private final Map<String, String> environment;
    private final Application application;

    PayaraPart(Installation installation, Home home, Path ear, Site site, Map<String, String> environment) {
        this.installation = installation;
        this.home = home;
        this.instance = home.root().resolve("payara");
        this.ear = ear.toAbsolutePath();
        this.site = site;
        this.environment = environment;
        this.application = new Application(site);
    }

    @Override
    public String name() {
        return "Payara with the application";
    }

    @Override
    public String shortName() {
        return "payara";
    }

    @Override
    public Path mark() {
        return instance;
    }

    /** Payara writes what it deployed into its configuration and would deploy it twice: each start gets a fresh copy. */
    @Override
    public void prepare() throws IOException {
        Home.deleteTree(instance);
        Files.createDirectories(instance.resolve("tmp"));
        for (String name : PRISTINE) {
            Home.copyTree(installation.payaraMicro().resolve(name), instance.resolve(name));
        }
        Files.copy(
                installation.payaraScripts().resolve("logging.properties"),
                instance.resolve("config").resolve("logging.properties"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(instance.resolve("preboot.txt"), Preboot.micro(installation, home, site));
    }

    @Override
    public List<String> command() {
        return List.of(
                Installation.java().toString(),
                "-Xmx" + site.memory(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + instance.resolve("tmp"),
                "-jar",
                installation.payaraJar().toString(),
                installation.payaraMicro().toString(),
                instance.toString(),
                ear.toString(),
                "--port",
                Integer.toString(site.port()),
                "--maxhttpthreads",
                "200",
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                instance.resolve("preboot.txt").toString());
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public boolean ready() {
        return application.ready();
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }
}
