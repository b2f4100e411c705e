package eu.lethe.compliance.restore;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.subjects.SubjectGone;
import eu.lethe.compliance.timers.Gate;
import eu.lethe.compliance.tombstones.Mirror;
import eu.lethe.compliance.tombstones.Tombstone;
import eu.lethe.compliance.tombstones.Tombstones;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Whether people may be let in and timers may work. Closed from the start until the databases were compared with the mirror; closed
 * as well as long as somebody is forgotten again, on whichever node. A database that is replaced under a running server is noticed
 * within seconds.
 */
@ApplicationScoped
public class RestoreGuard {

    /** Why the application is closed, or that it is not. */
    public enum State {
        CHECKING,
        RESTORING,
        OPEN
    }

    /** What was found of the mirror when it was last compared with the database. */
    public enum MirrorState {
        UNKNOWN,
        NOT_SET,
        COMPLETE,
        /** Tombstones were missing and have been added. */
        COMPLETED,
        /** The file was gone and has been made again. */
        MADE_AGAIN
    }

    /**
     * How far a restore is.
     *
     * @param erasures how many the backup did not know of
     * @param done how many of them are certified again
     */
    public record Progress(int erasures, int done) {}

    private static final System.Logger LOG = System.getLogger(RestoreGuard.class.getName());

    @Inject
    Mirror mirror;

    @Inject
    Tombstones tombstones;

    @Inject
    Replay replay;

    @Inject
    Restores restores;

    @Inject
    Gate gate;

    @Inject
    Event<BackupRestored> restored;

    // Numbers only grow, unless the database is another one than before.
    private long seen;
    private boolean allFenced;
    private volatile int toFence;
    private volatile State state = State.CHECKING;
    private volatile MirrorState mirrorState = MirrorState.UNKNOWN;

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public State state() {
        return state;
    }

    public MirrorState mirrorState() {
        return mirrorState;
    }

    /** How far it is; empty if no restore is under way. */
    public Optional<Progress> progress() {
        return restores.underWay().map(erasures -> {
            long left = toFence + restores.unfinished();
            return new Progress(erasures, (int) Math.max(0, erasures - left));
        });
    }

    /** Compares, forgets again whoever came back, opens when that is verified, and goes on looking. Called every second. */
    synchronized void goOn() {
        switch (state) {
            case CHECKING -> check();
            case RESTORING -> restore();
            case OPEN -> watch();
        }
    }

    private void check() {
        int missing = replay.missing(mirror.all()).size();
        if (missing == 0 && restores.underWay().isEmpty()) {
            open();
            return;
        }
        restores.begin(missing);
        allFenced = false;
        state = State.RESTORING;
        LOG.log(ERROR, "A backup was restored: {0} erasures are newer than it and are done again", missing);
    }

    // Looks once more whether nobody is missing before it believes it: what was tried may have been rolled back.
    private void restore() {
        if (!allFenced) {
            List<Tombstone> missing = replay.missing(mirror.all());
            toFence = missing.size();
            missing.forEach(this::forgetAgain);
            allFenced = missing.isEmpty();
        } else if (restores.underWay().isEmpty()) {
            // Another node was faster.
            open();
        } else if (restores.unfinished() == 0) {
            restored.fire(new BackupRestored());
            restores.end();
            LOG.log(INFO, "Everybody who was forgotten since the backup is forgotten again: open");
            open();
        }
    }

    private void forgetAgain(Tombstone tombstone) {
        try {
            replay.forgetAgain(tombstone);
        } catch (SubjectGone anotherNodeWasFaster) {
            LOG.log(INFO, "Erasure {0} is done again by another node", tombstone.job());
        }
    }

    private void open() {
        completeMirror();
        seen = tombstones.latest();
        state = State.OPEN;
        gate.open();
    }

    private void watch() {
        long latest = tombstones.latest();
        if (latest < seen || restores.underWay().isPresent()) {
            state = State.CHECKING;
            gate.close();
            check();
            return;
        }
        seen = latest;
        if (mirror.isShort()) {
            completeMirror();
        }
    }

    // A lost mirror is made again from the database, and whatever a crash or a bad copy kept from it is added.
    private void completeMirror() {
        if (!mirror.isKept()) {
            LOG.log(WARNING, "No file of tombstones is set (lethe.tombstones.file): a restored backup is not noticed");
            mirrorState = MirrorState.NOT_SET;
            return;
        }
        boolean there = mirror.exists();
        List<Tombstone> lacking = mirror.lacking(tombstones.all());
        if (lacking.isEmpty()) {
            mirrorState = MirrorState.COMPLETE;
            return;
        }
        replay.noteLacking(lacking);
        mirror.keep(lacking);
        mirrorState = there ? MirrorState.COMPLETED : MirrorState.MADE_AGAIN;
        LOG.log(WARNING, "The mirror lacked {0} tombstones, which are added: {1}", lacking.size(), mirrorState);
    }
}
