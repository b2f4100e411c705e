package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.erasure.Action;
import eu.lethe.compliance.erasure.Phase;
import eu.lethe.compliance.erasure.Progress;
import eu.lethe.compliance.erasure.Progress.Step;
import eu.lethe.compliance.erasure.StepState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An erasure as it is drawn: the phases one after another, and what happens in each store. */
public record Pipeline(List<Stage> stages, List<Lane> lanes) {

    /** How a phase stands. */
    public enum State {
        DONE,
        /** Work goes on. */
        NOW,
        /** Something could not be reached; tried again. */
        WAITING,
        /** Waits for a person. */
        STOPPED,
        AHEAD
    }

    /**
     * One phase.
     *
     * @param over how many of its steps are over
     * @param steps how many steps it has, 0 if it is not made of steps
     */
    public record Stage(Phase phase, State state, @Nullable Instant at, int over, int steps) {}

    /**
     * One store.
     *
     * @param remaining null until somebody has looked
     */
    public record Lane(
            String store,
            @Nullable Long found,
            long removed,
            @Nullable Long remaining,
            Map<Action, Step> steps) {

        /** What happens here in a column; telling a recipient stands where the others delete. */
        public @Nullable Step at(Action action) {
            Step step = steps.get(action);
            return step == null && action == Action.DELETE ? steps.get(Action.TELL) : step;
        }

        /** Percent of what was found that is gone. */
        public int gone() {
            Long all = found;
            if (all != null && all > 0) {
                return (int) Math.min(100, removed * 100 / all);
            }
            // The second look a day later does not make a store less empty.
            boolean over = steps.values().stream()
                    .noneMatch(step -> step.state() == StepState.UNVERIFIED
                            || step.state() == StepState.PENDING && step.action() != Action.RESCAN);
            return over ? 100 : 0;
        }

        /** What is wrong or waits here, if anything. */
        public @Nullable String error() {
            return steps.values().stream()
                    .filter(step -> step.state() == StepState.PENDING && step.error() != null)
                    .map(Step::error)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The columns of the stores. */
    static final List<Action> COLUMNS = List.of(Action.DELETE, Action.PURGE, Action.VERIFY, Action.RESCAN);

    static Pipeline of(Progress erasure) {
        return new Pipeline(
                Stream.of(Phase.values()).map(phase -> stage(erasure, phase)).toList(), lanes(erasure.steps()));
    }

    /** The phase an erasure works on, CLOSED when it is over. */
    static Phase now(Progress erasure) {
        Phase[] all = Phase.values();
        return all[Math.min(erasure.phase().ordinal() + 1, all.length - 1)];
    }

    private static Stage stage(Progress erasure, Phase phase) {
        List<Step> steps = stepsOf(erasure.steps(), phase);
        int over = (int)
                steps.stream().filter(step -> step.state() != StepState.PENDING).count();
        return new Stage(phase, state(erasure, phase), at(erasure, phase), over, steps.size());
    }

    private static State state(Progress erasure, Phase phase) {
        if (phase.ordinal() <= erasure.phase().ordinal()) {
            return State.DONE;
        }
        if (phase != now(erasure)) {
            return State.AHEAD;
        }
        if ("NEEDS_OPERATOR".equals(erasure.heldUp())) {
            return State.STOPPED;
        }
        return "RETRY_WAIT".equals(erasure.heldUp()) || phase == Phase.CLOSED ? State.WAITING : State.NOW;
    }

    private static @Nullable Instant at(Progress erasure, Phase phase) {
        return switch (phase) {
            case FENCED -> erasure.fencedAt();
            case LOCAL_DELETED -> erasure.deletedAt();
            case VERIFIED -> erasure.verifiedAt();
            case CERTIFIED -> erasure.certifiedAt();
            case MIRRORED, INDEX_DELETED, RECIPIENTS_TOLD, PURGED, CLOSED -> null;
        };
    }

    private static List<Step> stepsOf(List<Step> steps, Phase phase) {
        Action action = switch (phase) {
            case LOCAL_DELETED, INDEX_DELETED -> Action.DELETE;
            case RECIPIENTS_TOLD -> Action.TELL;
            case PURGED -> Action.PURGE;
            case VERIFIED -> Action.VERIFY;
            case CLOSED -> Action.RESCAN;
            case FENCED, MIRRORED, CERTIFIED -> null;
        };
        return steps.stream().filter(step -> step.action() == action).toList();
    }

    private static List<Lane> lanes(List<Step> steps) {
        var byStore = new LinkedHashMap<String, Map<Action, Step>>();
        steps.forEach(step -> byStore.computeIfAbsent(step.store(), store -> new LinkedHashMap<>())
                .put(step.action(), step));
        var lanes = new ArrayList<Lane>();
        byStore.forEach((store, own) -> lanes.add(lane(store, own)));
        return lanes;
    }

    private static Lane lane(String store, Map<Action, Step> own) {
        Long found = null;
        Long remaining = null;
        long removed = 0;
        for (Step step : own.values()) {
            boolean removes = step.action() == Action.DELETE || step.action() == Action.TELL;
            found = removes ? step.found() : found;
            remaining = step.remaining() == null ? remaining : step.remaining();
            removed += step.removed();
        }
        return new Lane(store, found, removed, remaining, own);
    }
}
