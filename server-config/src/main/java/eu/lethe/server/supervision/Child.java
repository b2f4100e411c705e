package eu.lethe.server.supervision;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running {@link Part}: started, watched, started again when it dies, stopped. */
public final class Child {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final long LONGEST_BACK_OFF = 30_000;
    private static final long FIRST_BACK_OFF = 250;
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final long STOP_SECONDS = 25;

    private final Part part;
    private final Home home;
    private final Progress progress;
    private final Orphans orphans;
    private volatile @Nullable Process process;
    private volatile boolean stopping;
    private @Nullable Thread watch;

    public Child(Part part, Home home, Progress progress) {
        this.part = part;
        this.home = home;
        this.progress = progress;
        this.orphans = new Orphans(home);
    }

    /** Starts the part and waits until it answers, or refuses with the reason. */
    public void start() {
        long begun = System.nanoTime();
        progress.begin(part.name());
        for (int attempt = 0; !stopping; attempt++) {
            Process started = launch();
            if (becomesReady(started)) {
                progress.ready(part.name(), System.nanoTime() - begun);
                Thread thread = new Thread(this::watch, part.shortName() + "-watch");
                thread.setDaemon(true);
                watch = thread;
                thread.start();
                return;
            }
            if (attempt >= part.retries()) {
                Refusal refusal = new Refusal(failure(started));
                stop();
                throw refusal;
            }
            pause(FIRST_BACK_OFF << Math.min(attempt, 4));
        }
    }

    public void stop() {
        stopping = true;
        Thread watching = watch;
        if (watching != null) {
            watching.interrupt();
        }
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        part.askToStop(running.toHandle());
        try {
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                running.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        progress.line(part.name() + " stopped");
    }

    /** Stops what a killed supervisor left behind. */
    public void stopOrphan() {
        orphans.stop(part);
    }

    public long pid() {
        Process running = process;
        return running == null ? -1 : running.pid();
    }

    private Process launch() {
        try {
            part.prepare();
            Path log = home.log(part.shortName());
            LogFiles.rotate(log);
            ProcessBuilder builder = new ProcessBuilder(Tools.apart(part.command()))
                    .directory(home.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith("LETHE_"));
            builder.environment().putAll(part.environment());
            Process started = builder.start();
            process = started;
            if (!part.endsWithItsInput()) {
                started.getOutputStream().close();
            }
            orphans.remember(part, started.pid());
            return started;
        } catch (IOException failure) {
            throw new Refusal(part.name() + " cannot be started: " + failure.getMessage() + ".", failure);
        }
    }

    private boolean becomesReady(Process started) {
        long end = System.nanoTime() + part.patience().toNanos();
        while (started.isAlive() && !stopping && System.nanoTime() < end) {
            if (part.ready()) {
                return true;
            }
            pause(PAUSE.toMillis());
        }
        return false;
    }

    private String failure(Process started) {
        String what = started.isAlive()
                ? " did not answer within " + part.patience().toSeconds() + " s"
                : " ended while it started (code " + started.exitValue() + ")";
        return part.name() + what + "; its log says why: " + home.log(part.shortName());
    }

    private void watch() {
        long backOff = FIRST_BACK_OFF;
        while (!stopping) {
            long since = System.nanoTime();
            Process running = process;
            int code = running == null ? 0 : awaitEnd(running);
            if (stopping) {
                return;
            }
            if (System.nanoTime() - since > SETTLED.toNanos()) {
                backOff = FIRST_BACK_OFF;
            }
            progress.line(part.name() + " ended (code " + code + "); starting it again");
            pause(backOff);
            backOff = Math.min(LONGEST_BACK_OFF, backOff * 2);
            startAgain();
        }
    }

    private void startAgain() {
        if (stopping) {
            return;
        }
        long begun = System.nanoTime();
        try {
            Process started = launch();
            if (stopping) {
                part.askToStop(started.toHandle()); // stop() came between and saw only the dead one
            } else if (becomesReady(started)) {
                progress.ready(part.name(), System.nanoTime() - begun);
            } else if (started.isAlive() && !stopping) {
                progress.line(failure(started));
                started.destroyForcibly();
            }
        } catch (Refusal refusal) {
            progress.line(refusal.sentence());
        }
    }

    private static int awaitEnd(Process running) {
        try {
            return running.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
