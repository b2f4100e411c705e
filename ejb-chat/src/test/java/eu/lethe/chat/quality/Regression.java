package eu.lethe.chat.quality;

import java.util.List;

/** Fits a logistic regression by gradient descent, with a penalty on weights that a small set cannot carry. */
final class Regression {
    private static final int STEPS = 20_000;
    private static final double RATE = 0.5;
    private static final double PENALTY = 0.002;

    private Regression() {}

    static double[] fit(List<Outcome> outcomes) {
        double[] weights = new double[outcomes.get(0).signals().length];
        double total = outcomes.stream().mapToDouble(Outcome::weight).sum();
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[weights.length];
            for (Outcome outcome : outcomes) {
                double error =
                        outcome.weight() * ((outcome.helped() ? 1 : 0) - probability(weights, outcome.signals()));
                for (int i = 0; i < slope.length; i++) {
                    slope[i] += error * outcome.signals()[i];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] += RATE * (slope[i] / total - (i == 0 ? 0 : PENALTY * weights[i]));
                // No signal may speak against the answer: a set this small would teach that by accident.
                weights[i] = i == 0 ? weights[i] : Math.max(0, weights[i]);
            }
        }
        return weights;
    }

    static double probability(double[] weights, double[] signals) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * signals[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
