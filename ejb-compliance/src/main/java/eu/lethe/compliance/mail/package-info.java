/**
 * Outgoing mail. A letter is kept sealed under a key of its own until the mail server has taken it, and no longer; what stays
 * says when, never to whom or what (Art. 5(1)(e) GDPR).
 */
@NullMarked
package eu.lethe.compliance.mail;

import org.jspecify.annotations.NullMarked;
