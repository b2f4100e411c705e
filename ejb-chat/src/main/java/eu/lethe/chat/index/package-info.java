/**
 * The only place that speaks OpenSearch. Everything in it can be rebuilt from PostgreSQL.
 */
@NullMarked
package eu.lethe.chat.index;

import org.jspecify.annotations.NullMarked;
