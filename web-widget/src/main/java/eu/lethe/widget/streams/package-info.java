/**
 * Answers on their way to the visitor's browser: server-sent events with ids, written without blocking a thread, kept for a
 * moment so that a broken connection can go on where it stopped. Memory only; nothing here outlives the process, and what a
 * visitor said or heard never reaches the log.
 */
@NullMarked
package eu.lethe.widget.streams;

import org.jspecify.annotations.NullMarked;
