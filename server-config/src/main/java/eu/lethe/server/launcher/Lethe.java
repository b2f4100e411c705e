package eu.lethe.server.launcher;

import eu.lethe.server.drill.RestoreDrill;
import eu.lethe.server.postgres.Migrations;
import eu.lethe.server.supervision.Home;
import eu.lethe.server.supervision.Progress;
import eu.lethe.server.supervision.Refusal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The command line's entry: {@code java -jar lethe.jar lethe.ear}. */
public final class Lethe {

    private Lethe() {}

    public static void main(String[] arguments) {
        PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try {
            run(Options.parse(arguments), new Progress(terminal), terminal);
        } catch (Refusal refusal) {
            terminal.println("Lethe: " + refusal.sentence());
            System.exit(1);
        }
    }

    private static void run(Options options, Progress progress, PrintStream terminal) {
        if (options.task() == Options.Task.HELP) {
            terminal.print(Options.USAGE);
            return;
        }
        if (options.task() == Options.Task.DRILL) {
            drill(options, progress);
            return;
        }
        Home home = Home.at(home(options));
        Configuration configuration = Configuration.of(home.root());
        if (options.task() == Options.Task.MIGRATE) {
            migrate(configuration, progress);
            return;
        }
        Supervisor supervisor = new Supervisor(home, configuration, options, progress);
        supervisor.check();
        supervisor.run();
    }

    /** The one setting that cannot stand in the home folder's own file. */
    private static String home(Options options) {
        return options.home()
                .or(() -> Optional.ofNullable(System.getProperty("lethe.home")))
                .or(() -> Optional.ofNullable(System.getenv("LETHE_HOME")))
                .orElse(Path.of(System.getProperty("user.home"), ".lethe").toString());
    }

    private static void drill(Options options, Progress progress) {
        Path ear = options.ear().orElseThrow();
        Supervisor.requireFile(ear);
        new RestoreDrill(Installation.thisJar(), ear.toAbsolutePath(), progress).run();
    }

    private static void migrate(Configuration configuration, Progress progress) {
        var main = ConfiguredDatabase.required(configuration, "lethe.db");
        var vault = ConfiguredDatabase.required(configuration, "lethe.vault");
        main.requireUsable();
        vault.requireUsable();
        progress.line("Databases up to date (" + Migrations.run(main, vault) + " migrations applied)");
    }
}
