/**
 * Answers made of sentences from the knowledge itself, cited, with a calibrated confidence: what the assistant says when no model
 * is configured or the model fails, and what decides whether it should say anything at all.
 */
@NullMarked
package eu.lethe.chat.extracts;

import org.jspecify.annotations.NullMarked;
