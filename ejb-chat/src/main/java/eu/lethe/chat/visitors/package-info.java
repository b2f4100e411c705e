/**
 * Subjects in a browser. A visitor exists from the first message on, never before, and is known by a signed token only;
 * no address and no fingerprint is kept (SEED-C6).
 */
@NullMarked
package eu.lethe.chat.visitors;

import org.jspecify.annotations.NullMarked;
