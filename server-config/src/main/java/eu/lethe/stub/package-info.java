/**
 * A stand-in for a language model's endpoint, for tests, benchmarks and a first try without a provider. It speaks the
 * OpenAI-compatible protocol at a pace the model's name asks for, answers from the first passage of the prompt, and can fail in
 * every way providers have been seen to fail. Plain JDK: it runs where the launcher runs and inside tests.
 */
@NullMarked
package eu.lethe.stub;

import org.jspecify.annotations.NullMarked;
