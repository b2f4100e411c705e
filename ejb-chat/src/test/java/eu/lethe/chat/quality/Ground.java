package eu.lethe.chat.quality;

import java.util.List;
import java.util.UUID;

/**
 * Pages to ask about and questions with known answers, each set in a site of its own.
 *
 * @param related whether pages lead to each other, so that a page beside the right one still helps
 * @param weight of one of its questions in the calibration
 */
record Ground(String name, UUID site, List<Page> pages, List<Question> questions, boolean related, double weight) {}
