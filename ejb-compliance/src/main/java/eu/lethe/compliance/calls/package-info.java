/**
 * What programs ask through the API and must not do twice. An answer that is lost on its way makes a program ask again; under
 * the same idempotency key it gets the same answer, and nobody is affected a second time.
 */
@NullMarked
package eu.lethe.compliance.calls;

import org.jspecify.annotations.NullMarked;
