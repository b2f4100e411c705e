/**
 * Proof of who asks, by a code sent to the address somebody claims (Art. 12(6) GDPR). Codes are kept one-way, live for a
 * quarter of an hour and forgive few mistakes; nothing here tells whether an address is known.
 */
@NullMarked
package eu.lethe.compliance.identity;

import org.jspecify.annotations.NullMarked;
