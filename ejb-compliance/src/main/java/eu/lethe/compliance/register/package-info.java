/**
 * The register of every place where personal data is (Art. 30 GDPR): those of the application, found by their PersonalDataStore, and
 * those outside it, which an account declares. A store that can be off is turned off here.
 */
@NullMarked
package eu.lethe.compliance.register;

import org.jspecify.annotations.NullMarked;
