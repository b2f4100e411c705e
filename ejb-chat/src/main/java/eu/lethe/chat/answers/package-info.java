/**
 * The one orchestrator of a reply: hear the question, find passages, let the model or the extractive answerer speak, keep
 * what was said. No transaction is open while anything is fetched, found or generated.
 */
@NullMarked
package eu.lethe.chat.answers;

import org.jspecify.annotations.NullMarked;
