/**
 * Keeps a restored backup from bringing anybody back: the tombstones outside the databases say who was forgotten since the backup
 * was taken, and nobody gets in before they are forgotten again, with the same proof as the first time.
 */
@NullMarked
package eu.lethe.compliance.restore;

import org.jspecify.annotations.NullMarked;
