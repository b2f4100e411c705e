/**
 * Payara Micro, able to deploy an EAR: with two modules of the same version's Payara Server on the class path and the
 * deployment after the bootstrap, by API. Rule: this package runs on Payara's class path and knows nothing of the
 * launcher; Payara's classes are reached by name, they are in no artifact one could compile against.
 */
@NullMarked
package eu.lethe.server.payara;

import org.jspecify.annotations.NullMarked;
