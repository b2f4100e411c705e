/**
 * From a question to the passages that may answer it, with scores that say how sure we are.
 */
@NullMarked
package eu.lethe.chat.retrieval;

import org.jspecify.annotations.NullMarked;
