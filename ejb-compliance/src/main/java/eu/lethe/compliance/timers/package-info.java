/** What every timer needs: to go on, whatever happens in one of its rounds. */
@NullMarked
package eu.lethe.compliance.timers;

import org.jspecify.annotations.NullMarked;
