/**
 * Files and pages as text with headings: HTML, Markdown, PDF, Word and its relatives, plain text, question-and-answer tables.
 * Everything read here comes from strangers, so every reading has a limit in size and time and refuses with a reason.
 */
@NullMarked
package eu.lethe.chat.extraction;

import org.jspecify.annotations.NullMarked;
