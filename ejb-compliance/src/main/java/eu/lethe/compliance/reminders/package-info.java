/**
 * Letters to those who answer for an account's data, as long as something waits for them: at most one a day, with counts and
 * never with anything about a person.
 */
@NullMarked
package eu.lethe.compliance.reminders;

import org.jspecify.annotations.NullMarked;
