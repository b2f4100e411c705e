package eu.lethe.chat.quality;

import java.util.List;

/**
 * What became of a question. Ranks count pages from 1; 0 stands for not found.
 *
 * @param right whether the quoted sentence stands on a page that answers the question
 * @param helped what the confidence is to foretell
 * @param signals what spoke for the answer
 */
record Outcome(
        Question question,
        int hybrid,
        int lexical,
        int dense,
        boolean right,
        boolean helped,
        double confidence,
        double[] signals,
        double weight) {

    static int rank(List<String> locations, Question question) {
        List<String> pages = locations.stream().distinct().toList();
        for (int i = 0; i < pages.size(); i++) {
            if (question.pages().contains(pages.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
