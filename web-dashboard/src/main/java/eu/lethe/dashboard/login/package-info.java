/**
 * Signing in and out. One authentication mechanism of this WAR alone; passwords are checked by the members component, which
 * also slows guessing down.
 */
@NullMarked
package eu.lethe.dashboard.login;

import org.jspecify.annotations.NullMarked;
