/**
 * Texts as vectors, computed on this machine: nothing is sent anywhere to be embedded (SEED-C23).
 */
@NullMarked
package eu.lethe.chat.embeddings;

import org.jspecify.annotations.NullMarked;
