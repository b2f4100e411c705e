/**
 * Who did what to which object, appended and never changed (Art. 5(2) GDPR). Events carry ids and nothing else, so the log
 * itself says nothing about a person once the person is forgotten.
 */
@NullMarked
package eu.lethe.compliance.audit;

import org.jspecify.annotations.NullMarked;
