package eu.lethe.dashboard.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.erasure.Action;
import eu.lethe.compliance.erasure.Cause;
import eu.lethe.compliance.erasure.Phase;
import eu.lethe.compliance.erasure.Progress;
import eu.lethe.compliance.erasure.Progress.Step;
import eu.lethe.compliance.erasure.Scope;
import eu.lethe.compliance.erasure.StepState;
import eu.lethe.dashboard.privacy.Pipeline.Stage;
import eu.lethe.dashboard.privacy.Pipeline.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PipelineTest {

    @Test
    void worksOnThePhaseAfterTheOneItReached() {
        var stages = Pipeline.of(erasure(Phase.MIRRORED, null, List.of())).stages();

        assertThat(stages).hasSize(Phase.values().length);
        assertThat(stages)
                .extracting(Stage::state)
                .startsWith(State.DONE, State.DONE, State.NOW, State.AHEAD)
                .endsWith(State.AHEAD);
    }

    @Test
    void saysWhereItWaitsForAStoreOrForAPerson() {
        assertThat(stage(Phase.LOCAL_DELETED, "RETRY_WAIT", Phase.INDEX_DELETED))
                .isEqualTo(State.WAITING);
        assertThat(stage(Phase.PURGED, "NEEDS_OPERATOR", Phase.VERIFIED)).isEqualTo(State.STOPPED);
        assertThat(stage(Phase.PURGED, "PARTIAL_HELD", Phase.VERIFIED)).isEqualTo(State.NOW);
    }

    @Test
    void waitsADayBetweenTheCertificateAndTheEnd() {
        assertThat(stage(Phase.CERTIFIED, null, Phase.CLOSED)).isEqualTo(State.WAITING);
        assertThat(stage(Phase.CLOSED, null, Phase.CLOSED)).isEqualTo(State.DONE);
    }

    @Test
    void addsUpWhatHappensInAStore() {
        var steps = List.of(
                step("conversations", Action.DELETE, StepState.DONE, 40L, 40, 0L),
                step("disclosures", Action.TELL, StepState.PENDING, null, 0, null),
                step("conversations", Action.VERIFY, StepState.DONE, 0L, 0, 0L));

        var lanes = Pipeline.of(erasure(Phase.INDEX_DELETED, null, steps)).lanes();

        assertThat(lanes).extracting(Pipeline.Lane::store).containsExactly("conversations", "disclosures");
        assertThat(lanes.get(0).found()).isEqualTo(40);
        assertThat(lanes.get(0).removed()).isEqualTo(40);
        assertThat(lanes.get(0).gone()).isEqualTo(100);
        assertThat(lanes.get(1).gone()).isZero();
        assertThat(lanes.get(1).at(Action.DELETE)).isEqualTo(steps.get(1));
    }

    @Test
    void neverShowsAStoreAsEmptyThatNobodyLookedInto() {
        var pending = List.of(step("search", Action.DELETE, StepState.PENDING, null, 0, null));

        var lane = Pipeline.of(erasure(Phase.FENCED, null, pending)).lanes().get(0);

        assertThat(lane.remaining()).isNull();
        assertThat(lane.gone()).isZero();
        var unread = List.of(step("server-files", Action.VERIFY, StepState.UNVERIFIED, null, 0, null));
        assertThat(Pipeline.of(erasure(Phase.VERIFIED, null, unread))
                        .lanes()
                        .get(0)
                        .gone())
                .isZero();
    }

    private static State stage(Phase reached, @Nullable String heldUp, Phase asked) {
        return Pipeline.of(erasure(reached, heldUp, List.of()))
                .stages()
                .get(asked.ordinal())
                .state();
    }

    private static Progress erasure(Phase reached, @Nullable String heldUp, List<Step> steps) {
        return new Progress(
                UUID.randomUUID(),
                Scope.PERSON,
                Cause.DESK,
                null,
                reached,
                heldUp,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                0,
                UUID.randomUUID(),
                steps);
    }

    private static Step step(
            String store,
            Action action,
            StepState state,
            @Nullable Long found,
            long removed,
            @Nullable Long remaining) {
        return new Step(store, action, state, found, removed, remaining, 0, null, "count", null);
    }
}
