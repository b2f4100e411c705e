/**
 * Forgetting one person (Art. 17 GDPR): a fence that takes effect in one transaction over data and keys, then steps per store
 * that are leased, repeatable and resumed after any crash, a check by another way than the deletion, and a signed certificate.
 * Nothing is ever set complete: a state is reached when every step that it needs has been verified.
 */
@NullMarked
package eu.lethe.compliance.erasure;

import org.jspecify.annotations.NullMarked;
