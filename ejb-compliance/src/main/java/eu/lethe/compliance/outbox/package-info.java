/**
 * Work that must follow a committed transaction but cannot be part of it: calls over a network. Entries carry ids, never
 * text, so the outbox itself holds nothing about a person.
 */
@NullMarked
package eu.lethe.compliance.outbox;

import org.jspecify.annotations.NullMarked;
