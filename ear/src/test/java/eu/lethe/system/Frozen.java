package eu.lethe.system;

import java.io.IOException;

/** A process that was stopped in the middle of whatever it did, as a machine that is suspended, until it is thawed. */
record Frozen(ProcessHandle process) implements AutoCloseable {

    static Frozen now(ProcessHandle process) throws IOException {
        signal("-STOP", process);
        return new Frozen(process);
    }

    /** Lets it go on where it was. */
    @Override
    public void close() throws IOException {
        signal("-CONT", process);
    }

    private static void signal(String signal, ProcessHandle process) throws IOException {
        try {
            int refused = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (refused != 0) {
                throw new IOException("kill " + signal + " of " + process.pid() + " ended with " + refused);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
