package eu.lethe.server.supervision;

import java.io.PrintStream;
import java.util.Locale;

/** What the person at the terminal sees. */
public final class Progress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintStream terminal;

    public Progress(PrintStream terminal) {
        this.terminal = terminal;
    }

    public void begin(String what) {
        line(what + " …");
    }

    public void ready(String what, long nanos) {
        line(String.format(Locale.ROOT, "%s ready (%.1f s)", what, nanos / NANOS_PER_SECOND));
    }

    public synchronized void line(String text) {
        terminal.println("  " + text);
        terminal.flush();
    }

    public synchronized void box(String text) {
        String rule = "─".repeat(72);
        terminal.println(rule);
        terminal.print(text.indent(1));
        terminal.println(rule);
        terminal.flush();
    }
}
