/**
 * People as the law sees them (Art. 4(1) GDPR): a random UUID, a state and a generation. Nothing about a person is stored
 * except under a subject that is held, so that erasure has one row to lock and no writer can slip past it.
 */
@NullMarked
package eu.lethe.compliance.subjects;

import org.jspecify.annotations.NullMarked;
