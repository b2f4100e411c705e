/**
 * The demo: the page of an invented small company with Lethe's widget on it, served from another origin than Lethe's own
 * and under a strict content security policy, as a real site would. Rule: only files below two given folders are served.
 */
@NullMarked
package eu.lethe.server.demo;

import org.jspecify.annotations.NullMarked;
