/**
 * How long personal data is kept (Art. 5(1)(e) GDPR): a period of 7 to 720 days per process and per store, the rule that wins when
 * several speak, and the sweep that removes what has outlived its period.
 */
@NullMarked
package eu.lethe.compliance.retention;

import org.jspecify.annotations.NullMarked;
