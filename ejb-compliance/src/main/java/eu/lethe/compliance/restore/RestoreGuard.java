package eu.lethe.compliance.restore;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.tombstones.Mirror;
import eu.lethe.compliance.tombstones.Tombstone;
import eu.lethe.compliance.tombstones.Tombstones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Whether people may be let in. Closed from the start until the databases were compared with the mirror; closed as well as long as
 * somebody is forgotten again. A database that is replaced under a running server is noticed within ten seconds.
 */
@ApplicationScoped
public class RestoreGuard {

    /** Why the application is closed, or that it is not. */
    public enum State {
        CHECKING,
        RESTORING,
        OPEN
    }

    private static final System.Logger LOG = System.getLogger(RestoreGuard.class.getName());

    @Inject
    Mirror mirror;

    @Inject
    Tombstones tombstones;

    @Inject
    Replay replay;

    // Numbers only grow, unless the database is another one than before.
    private long seen;
    private volatile State state = State.CHECKING;

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public State state() {
        return state;
    }

    /** Compares, forgets again whoever came back, and opens when that is verified. Called every second until it is open. */
    synchronized void goOn() {
        if (state == State.CHECKING) {
            check();
        } else if (state == State.RESTORING && replay.isOver()) {
            LOG.log(INFO, "Everybody who was forgotten since the backup is forgotten again: open");
            state = State.OPEN;
        }
    }

    /** Looks again while it is open; costs one short query as long as nothing was replaced. */
    synchronized void watch() {
        if (state == State.OPEN) {
            long latest = tombstones.latest();
            if (latest < seen) {
                state = State.CHECKING;
                check();
            }
            seen = latest;
        }
    }

    private void check() {
        if (!mirror.isKept()) {
            LOG.log(
                    WARNING,
                    "No file of tombstones is set (lethe.tombstones.file): a restored backup will not be noticed");
            state = State.OPEN;
            return;
        }
        List<Tombstone> missing = replay.missing(mirror.all());
        if (missing.isEmpty()) {
            // A lost mirror is made again from the database, and whatever a crash kept from it is added.
            mirror.keep(tombstones.all());
            state = State.OPEN;
            return;
        }
        state = State.RESTORING;
        LOG.log(ERROR, "A backup was restored: {0} erasures are newer than it and are done again", missing.size());
        missing.forEach(replay::forgetAgain);
    }
}
