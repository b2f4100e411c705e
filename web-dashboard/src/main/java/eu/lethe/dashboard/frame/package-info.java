/**
 * What every screen of the dashboard stands on: who is signed in, in which language and colours, how a refusal is shown, and
 * what happens when something fails. Nothing in here knows a single screen.
 */
@NullMarked
package eu.lethe.dashboard.frame;

import org.jspecify.annotations.NullMarked;
