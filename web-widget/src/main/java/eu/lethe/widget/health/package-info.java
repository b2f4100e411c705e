/** The sign of life of the deployed application; whether it can serve is for the modules below to say. */
@NullMarked
package eu.lethe.widget.health;

import org.jspecify.annotations.NullMarked;
