/**
 * The deployed EAR with its real servers, spoken to as its users do: over HTTP and in a browser. One Lethe is started by the
 * launcher for all classes; only the language model is a stub.
 */
@NullMarked
package eu.lethe.system;

import org.jspecify.annotations.NullMarked;
