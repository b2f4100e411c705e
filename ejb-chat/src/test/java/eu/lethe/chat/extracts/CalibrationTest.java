package eu.lethe.chat.extracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private final Calibration calibration = new Calibration();

    @Test
    void isSureOnlyIfEverythingSpeaksForTheAnswer() {
        for (boolean understood : new boolean[] {true, false}) {
            assertThat(calibration.confidence(new Signals(1, 1, 1, 1, 1), understood))
                    .isGreaterThan(0.9);
            assertThat(calibration.confidence(Signals.NONE, understood)).isLessThan(0.1);
        }
    }

    @Test
    void neverLosesConfidenceByAStrongerSignal() {
        Signals middling = new Signals(0.5, 0.5, 0.5, 0.5, 0.1);
        List<Signals> stronger = List.of(
                new Signals(0.6, 0.5, 0.5, 0.5, 0.1),
                new Signals(0.5, 0.6, 0.5, 0.5, 0.1),
                new Signals(0.5, 0.5, 0.6, 0.5, 0.1),
                new Signals(0.5, 0.5, 0.5, 0.6, 0.1),
                new Signals(0.5, 0.5, 0.5, 0.5, 0.2));

        for (boolean understood : new boolean[] {true, false}) {
            double before = calibration.confidence(middling, understood);
            assertThat(stronger)
                    .allSatisfy(signals -> assertThat(calibration.confidence(signals, understood))
                            .isGreaterThanOrEqualTo(before));
        }
    }
}
