/**
 * The books of an account (Art. 5(2), 30 GDPR): who did what, with the seals that prove it; which stores there are and who is given
 * anything; and the keys programs call with.
 */
@NullMarked
package eu.lethe.dashboard.records;

import org.jspecify.annotations.NullMarked;
