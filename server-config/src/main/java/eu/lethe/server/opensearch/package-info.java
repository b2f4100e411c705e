/**
 * The OpenSearch node of the local launcher: a real node, embedded in a JVM of its own, because the regular bootstrap
 * refuses to run as root. Rule: this package runs on OpenSearch's class path and knows nothing of the launcher.
 */
@NullMarked
package eu.lethe.server.opensearch;

import org.jspecify.annotations.NullMarked;
