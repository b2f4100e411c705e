package eu.lethe.chat.llm;

import java.time.Duration;

/**
 * How long a provider may take, and how often it may be asked.
 *
 * @param firstByte from the request to the first byte of the answer
 * @param idle between two bytes, not counting the time the visitor's side takes
 * @param deadline for the whole answer, retries included
 * @param retries after a failure before the first piece; later ones are never repeated, the visitor has read them
 */
record Limits(Duration firstByte, Duration idle, Duration deadline, int retries) {}
