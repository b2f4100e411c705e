/**
 * Language models behind an OpenAI-compatible endpoint. A prompt holds the question, passages, the assistant's instructions and
 * bounded history, and nothing that identifies anyone (SEED-C24).
 */
@NullMarked
package eu.lethe.chat.llm;

import org.jspecify.annotations.NullMarked;
