/**
 * Full-text search over transcripts: an optional store that an account must turn on (Art. 25(2) GDPR, SEED-L5). Everything in it is
 * a copy of what PostgreSQL holds sealed; it follows every change there, and forgets a person provably.
 */
@NullMarked
package eu.lethe.chat.search;

import org.jspecify.annotations.NullMarked;
