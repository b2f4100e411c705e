/**
 * Who outside is given something about a person, what, and what became of it after the person was forgotten (Art. 19, 28 and
 * 44-49 GDPR). Nothing leaves for somebody who is not an active recipient of the account; whatever left is written down, and
 * whoever got it is told to erase it.
 */
@NullMarked
package eu.lethe.compliance.recipients;

import org.jspecify.annotations.NullMarked;
