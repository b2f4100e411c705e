/**
 * The supervisor: one small JVM that checks what it needs, starts PostgreSQL, OpenSearch and Payara as child processes,
 * starts again whichever dies, and stops them in order. Rules: whatever the configuration names is not started; every
 * refusal is one sentence and leaves nothing behind; secrets travel by environment and file, never by command line.
 */
@NullMarked
package eu.lethe.server.launcher;

import org.jspecify.annotations.NullMarked;
