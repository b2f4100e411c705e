/**
 * What recipients of personal data, and people who want to know them, see of Lethe: the list of an account's recipients
 * (Art. 13(1)(e) GDPR) and the way to confirm an erasure.
 */
@NullMarked
package eu.lethe.widget.recipients;

import org.jspecify.annotations.NullMarked;
