package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Ports;
import eu.lethe.server.supervision.Refusal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The command line. What can also be configured is an {@link Optional} here and wins over the configuration. */
record Options(
        Task task,
        boolean demo,
        Optional<Path> ear,
        Optional<String> home,
        Optional<Integer> port,
        Optional<Path> payaraServer) {

    static final String USAGE = """
            java -jar lethe.jar [options] lethe.ear    starts Lethe
            java -jar lethe.jar drill lethe.ear        shows that a restored backup brings nobody back, on servers of its own
            java -jar lethe.jar migrate                only brings the configured databases up to date

              --demo                 also serves a demo site, on the next port
              --home DIR             where data, logs and keys are kept (default: ~/.lethe)
              --port N               the port of Lethe (default: 8080)
              --stores-only          starts the databases and OpenSearch, but not the application
              --payara-server DIR    runs the application on this Payara Server instead of Payara Micro
            """;

    enum Task {
        RUN,
        STORES_ONLY,
        MIGRATE,
        DRILL,
        HELP
    }

    static Options parse(String... arguments) {
        Draft draft = new Draft();
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            draft.take(rest.pop(), rest);
        }
        return draft.finished();
    }

    private static final class Draft {
        private Task task = Task.RUN;
        private boolean demo;
        private Optional<Path> ear = Optional.empty();
        private Optional<String> home = Optional.empty();
        private Optional<Integer> port = Optional.empty();
        private Optional<Path> payaraServer = Optional.empty();

        void take(String argument, Deque<String> rest) {
            switch (argument) {
                case "--demo" -> demo = true;
                case "--stores-only" -> task = Task.STORES_ONLY;
                case "--help", "-h" -> task = Task.HELP;
                case "migrate" -> task = Task.MIGRATE;
                case "drill" -> task = Task.DRILL;
                case "--home" -> home = Optional.of(valueOf(argument, rest));
                case "--port" -> port = Optional.of(Ports.number("--port", valueOf(argument, rest)));
                case "--payara-server" -> payaraServer = Optional.of(Path.of(valueOf(argument, rest)));
                default -> ear = Optional.of(file(argument));
            }
        }

        Options finished() {
            if ((task == Task.RUN || task == Task.DRILL) && ear.isEmpty()) {
                throw new Refusal("Name the application to start: java -jar lethe.jar lethe.ear (--help shows all).");
            }
            return new Options(task, demo, ear, home, port, payaraServer);
        }

        private Path file(String argument) {
            if (argument.startsWith("-")) {
                throw new Refusal("The option " + argument + " is unknown (--help shows all).");
            }
            if (ear.isPresent()) {
                throw new Refusal("Name one application, not both " + ear.get() + " and " + argument + ".");
            }
            return Path.of(argument);
        }

        private static String valueOf(String option, Deque<String> rest) {
            if (rest.isEmpty()) {
                throw new Refusal("The option " + option + " needs a value (--help shows all).");
            }
            return rest.pop();
        }
    }
}
