/**
 * Who was forgotten, as digests of random ids: kept in the database and in a file outside it, so that a restored backup cannot
 * bring anybody back unnoticed.
 */
@NullMarked
package eu.lethe.compliance.tombstones;

import org.jspecify.annotations.NullMarked;
