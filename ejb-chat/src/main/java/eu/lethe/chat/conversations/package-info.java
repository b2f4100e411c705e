/**
 * What visitors and the assistant said to each other. Every text is sealed with its subject's key before it is stored and
 * opened only for the visitor or for a member who may read it.
 */
@NullMarked
package eu.lethe.chat.conversations;

import org.jspecify.annotations.NullMarked;
