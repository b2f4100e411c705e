/**
 * The port through which the ground floor finds what holds personal data without knowing it: every component that stores
 * something about a person implements PersonalDataStore, and the build fails if one does not (SEED-C5).
 */
@NullMarked
package eu.lethe.compliance.personaldata;

import org.jspecify.annotations.NullMarked;
