package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Part;
import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The same application on a full Payara Server, which is what production runs: a domain of its own in the home folder, its
 * server a child like any other. Deployed through the domain's autodeploy folder, after the server has booted.
 */
final class PayaraServerPart implements Part {

    private final Asadmin asadmin;
    private final Installation installation;
    private final Home home;
    private final Path ear;
    private final Path domain;
    private final Site site;
    private final Map<String, String> environment;
    private final Application application;

    PayaraServerPart(
            Path server, Installation installation, Home home, Path ear, Site site, Map<String, String> environment) {
        this.asadmin = new Asadmin(server, home);
        this.installation = installation;
        this.home = home;
        this.ear = ear.toAbsolutePath();
        this.domain = asadmin.domain();
        this.site = site;
        this.environment = environment;
        this.application = new Application(site);
    }

    @Override
    public String name() {
        return "Payara Server with the application";
    }

    @Override
    public String shortName() {
        return "payara";
    }

    @Override
    public Path mark() {
        return domain;
    }

    /** The domain is made once; the configuration it then had is where every start begins. */
    @Override
    public void prepare() throws IOException {
        Path configuration = domain.resolve("config").resolve("domain.xml");
        Path pristine = configuration.resolveSibling("domain.xml.pristine");
        if (!Files.exists(pristine)) {
            Home.deleteTree(domain);
            asadmin.createDomain(site.port());
            Files.writeString(configuration, quiet(Files.readString(configuration)));
            Files.copy(configuration, pristine);
        }
        Files.copy(pristine, configuration, StandardCopyOption.REPLACE_EXISTING);
        for (String name : List.of("applications", "generated", "autodeploy", "osgi-cache")) {
            Home.deleteTree(domain.resolve(name));
        }
        for (Path library : installation.serverLibraries()) {
            Files.copy(
                    library, domain.resolve("lib").resolve(library.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.copy(ear, Files.createDirectories(domain.resolve("autodeploy")).resolve("lethe.ear"));
        Files.writeString(prebootFile(), Preboot.server(installation, home, site));
    }

    /** No message broker, and nothing told to anybody: the pre-boot file comes too early to say either. */
    private static String quiet(String configuration) {
        return configuration.replace("<config name=\"server-config\">", """
                <config name="server-config">
                  <phone-home-runtime-configuration enabled="false"/>
                  <jms-service type="DISABLED" default-jms-host="default_JMS_host">
                    <jms-host host="localhost" name="default_JMS_host" port="${JMS_PROVIDER_PORT}"/>
                  </jms-service>
                """);
    }

    private Path prebootFile() {
        return domain.resolve("config").resolve("preboot.txt");
    }

    @Override
    public List<String> command() {
        try {
            return asadmin.startCommand(prebootFile());
        } catch (IOException failure) {
            throw new Refusal(
                    "Payara Server cannot be asked for its start command: " + failure.getMessage() + ".", failure);
        }
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public boolean endsWithItsInput() {
        return false;
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
