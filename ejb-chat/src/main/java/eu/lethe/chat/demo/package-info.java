/**
 * A site to try things on, made when the operator asks for it: the demo company's page is served by the launcher, and its
 * assistant knows Lethe's own documentation.
 */
@NullMarked
package eu.lethe.chat.demo;

import org.jspecify.annotations.NullMarked;
