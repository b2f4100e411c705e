/** Whether this node can serve: what a load balancer and the launcher ask before they send anybody here. */
@NullMarked
package eu.lethe.compliance.health;

import org.jspecify.annotations.NullMarked;
