/**
 * What every timer needs: to go on, whatever happens in one of its rounds, and to rest while a restored backup is being made safe
 * ({@link eu.lethe.compliance.timers.WhenOpen}).
 */
@NullMarked
package eu.lethe.compliance.timers;

import org.jspecify.annotations.NullMarked;
