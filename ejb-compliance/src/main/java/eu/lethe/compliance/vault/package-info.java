/**
 * One data key per subject and generation, wrapped, in a database of its own (Art. 32(1)(a) GDPR). What is sealed under a
 * key is unreadable once the key is shredded, in every copy and every backup of the data.
 */
@NullMarked
package eu.lethe.compliance.vault;

import org.jspecify.annotations.NullMarked;
