package eu.lethe.chat.extracts;

/**
 * What speaks for an answer, each 0..1.
 *
 * @param nearness cosine of the question and the best sentence
 * @param passageNearness cosine of the question and the nearest passage
 * @param coverage part of the question's terms, by rarity, that the best sentence's passage has
 * @param known part of the question's terms that any passage found has
 * @param lead of the best sentence's score over that of the best in another document
 */
record Signals(double nearness, double passageNearness, double coverage, double known, double lead) {

    static final Signals NONE = new Signals(0, 0, 0, 0, 0);

    double[] values() {
        return new double[] {1, nearness, passageNearness, coverage, known, lead};
    }
}
