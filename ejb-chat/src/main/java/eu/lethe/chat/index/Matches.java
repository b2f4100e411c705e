package eu.lethe.chat.index;

import java.util.List;

/**
 * What both halves of a search found, each best first.
 *
 * @param degraded true if one half failed; its list is then empty
 */
public record Matches(List<Match> dense, List<Match> lexical, boolean degraded) {}
