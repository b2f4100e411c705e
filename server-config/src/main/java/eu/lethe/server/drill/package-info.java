/** Drills an operator runs with one command, on servers and data of their own: they prove on this machine what the documents say. */
@NullMarked
package eu.lethe.server.drill;

import org.jspecify.annotations.NullMarked;
