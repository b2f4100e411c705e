package eu.lethe.server.supervision;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The few programs of the operating system the launcher calls, each of them optional. */
public final class Tools {

    private static final long SECONDS = 10;

    private Tools() {}

    /**
     * The command in a session of its own: Ctrl-C in the terminal then reaches only the supervisor, which stops the
     * children in order.
     */
    static List<String> apart(List<String> command) {
        if (!present("setsid")) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of("setsid"));
        all.addAll(command);
        return all;
    }

    public static boolean works(String... command) {
        return present(command[0]) && run(List.of(command)) == 0;
    }

    /** Java can only ask with SIGTERM, which PostgreSQL takes for "when everybody has left". */
    public static void signal(String name, long pid) {
        run(List.of("sh", "-c", "kill -" + name + " " + pid));
    }

    private static boolean present(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static int run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return -1;
        } catch (IOException absent) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
