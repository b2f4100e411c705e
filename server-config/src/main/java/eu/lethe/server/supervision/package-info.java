/**
 * Child processes: started, known to be ready, started again when they die, stopped in order; and the home folder they
 * live in. Rules: nothing of ours outlives its supervisor, nothing of anybody else's is ever stopped, a secret is written
 * only where its owner alone can read it. Knows no particular server.
 */
@NullMarked
package eu.lethe.server.supervision;

import org.jspecify.annotations.NullMarked;
