package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Ports;
import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Payara Server's own command line, as far as a single local domain needs it. */
final class Asadmin {

    private static final String DOMAIN = "lethe";
    private static final int PORTS_OFFSET = 10;
    private static final long MINUTES = 5;
    private static final List<String> OTHER_PORTS = List.of(
            "http.ssl.port",
            "jms.port",
            "orb.listener.port",
            "orb.ssl.port",
            "orb.mutualauth.port",
            "domain.jmxPort",
            "osgi.shell.telnet.port",
            "java.debugger.port");

    private final Path program;
    private final Path domains;
    private final Home home;

    Asadmin(Path server, Home home) {
        this.program = server.toAbsolutePath().normalize().resolve("bin").resolve("asadmin");
        if (!Files.isExecutable(program)) {
            throw new Refusal(
                    "There is no Payara Server in " + server + ": name the folder payara6 of an unpacked one.");
        }
        this.home = home;
        this.domains = home.folder("payara-server");
    }

    Path domain() {
        return domains.resolve(DOMAIN);
    }

    void createDomain(int port) throws IOException {
        int next = Ports.freeFrom(port + PORTS_OFFSET);
        List<String> command = new ArrayList<>(List.of(
                "create-domain",
                "--domaindir",
                domains.toString(),
                "--nopassword=true",
                "--savelogin=false",
                "--instanceport",
                Integer.toString(port),
                "--adminport",
                Integer.toString(next)));
        List<String> properties = new ArrayList<>();
        for (String name : OTHER_PORTS) {
            next = Ports.freeFrom(next + 1);
            properties.add(name + "=" + next);
        }
        command.addAll(List.of("--domainproperties", String.join(":", properties), "--checkports=false", DOMAIN));
        run(command);
    }

    /** What asadmin would start, so that the server is our own child, with its environment and its log ours to give. */
    List<String> startCommand(Path preboot) throws IOException {
        List<String> lines = run(List.of(
                "start-domain",
                "--domaindir",
                domains.toString(),
                "--prebootcommandfile",
                preboot.toString(),
                "--dry-run",
                DOMAIN));
        List<String> command = new ArrayList<>(lines.stream()
                .dropWhile(line -> !line.startsWith("/"))
                .takeWhile(line -> !line.isBlank())
                .toList());
        int stdin = command.indexOf("-read-stdin");
        if (stdin < 0) {
            throw new IOException("asadmin printed no start command");
        }
        command.set(stdin + 1, "false");
        return command;
    }

    private List<String> run(List<String> arguments) throws IOException {
        Path output = Files.createTempFile(home.folder("run"), "asadmin", ".out");
        try {
            List<String> command = new ArrayList<>(List.of(program.toString(), "--interactive=false"));
            command.addAll(arguments);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("AS_JAVA", System.getProperty("java.home"));
            Process process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("asadmin " + arguments.get(0) + " failed: "
                        + Files.readString(output).strip());
            }
            return Files.readAllLines(output, StandardCharsets.UTF_8);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
