package eu.lethe.chat.extracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;

/**
 * From signals to the probability that an answer is right: a logistic regression per family of languages, fitted by
 * {@code AnswerQuality} (in the tests) on questions with known answers. The weights are a resource so that they can be fitted again.
 */
final class Calibration {
    private final double[] english;
    private final double[] other;

    Calibration() {
        Properties weights = new Properties();
        try (InputStream stream = Calibration.class.getResourceAsStream("calibration.properties")) {
            if (stream == null) {
                throw new IllegalStateException("calibration.properties is not in this archive");
            }
            weights.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        english = numbers(weights.getProperty("understood", ""));
        other = numbers(weights.getProperty("other", ""));
    }

    /** @param understood whether the embedding model knows the question's language */
    double confidence(Signals signals, boolean understood) {
        double[] weights = understood ? english : other;
        double[] values = signals.values();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double[] numbers(String line) {
        double[] numbers = Arrays.stream(line.split(","))
                .map(String::strip)
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (numbers.length != Signals.NONE.values().length) {
            throw new IllegalStateException("calibration.properties needs a weight per signal");
        }
        return numbers;
    }
}
