package eu.lethe.compliance.timers;

import static java.lang.System.Logger.Level.WARNING;

/**
 * The rounds of a timer. One that fails must not end the timer: what was to be done is still written down, and the next round
 * tries again. An outage is logged once, when it begins.
 */
public final class Rounds {

    private final System.Logger log;
    private final String complaint;
    private boolean down;

    /** @param complaint what does not work as long as rounds fail, for the log */
    public Rounds(Class<?> timer, String complaint) {
        this.log = System.getLogger(timer.getName());
        this.complaint = complaint;
    }

    public void attempt(Runnable round) {
        try {
            round.run();
            down = false;
        } catch (RuntimeException failed) {
            if (!down) {
                log.log(WARNING, complaint, failed);
            }
            down = true;
        }
    }
}
