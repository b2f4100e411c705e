/** The visitor API as a whole: which resources it is made of. The components that make it up do not know one another through it. */
@NullMarked
package eu.lethe.widget.api;

import org.jspecify.annotations.NullMarked;
