/**
 * PostgreSQL for one machine: the real server from its binaries, two databases, two roles, and the migrations. Rules:
 * durable (fsync on), passwords always (scram), loopback only, prepared transactions on, because an erasure commits in both
 * databases or in neither. Knows nothing of the other servers.
 */
@NullMarked
package eu.lethe.server.postgres;

import org.jspecify.annotations.NullMarked;
