package eu.lethe.compliance.erasure;

import java.time.LocalDate;

/**
 * Something of a person is kept because a law demands it: the person is told which and until when (Art. 12(4), 17(3) GDPR).
 *
 * @param until the last day
 */
public record Kept(String law, LocalDate until) {}
