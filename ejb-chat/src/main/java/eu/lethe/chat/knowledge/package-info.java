/**
 * What a company publishes: sources, their documents, and the passages an answer may quote. PostgreSQL holds the truth; the
 * index follows it.
 */
@NullMarked
package eu.lethe.chat.knowledge;

import org.jspecify.annotations.NullMarked;
