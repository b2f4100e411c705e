package eu.lethe.chat.retrieval;

import java.util.List;

/**
 * What retrieval found, best first.
 *
 * @param language of the question: as detected, or the page's
 * @param degraded true if a part of the search did not answer and the result is less than it should be
 */
public record Findings(String language, List<Passage> passages, boolean degraded) {}
