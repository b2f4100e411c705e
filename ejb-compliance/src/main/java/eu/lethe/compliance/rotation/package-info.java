/**
 * Has the keys that wrap all others replaced and destroyed in time (Art. 32(1)(a) GDPR), and tells every account's audit log, since
 * that is what makes old backups of the vault worthless.
 */
@NullMarked
package eu.lethe.compliance.rotation;

import org.jspecify.annotations.NullMarked;
