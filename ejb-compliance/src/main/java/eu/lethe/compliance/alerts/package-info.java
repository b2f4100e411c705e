/**
 * What waits for a person because no worker can settle it. Components say what waits with them; the dashboard shows it, and
 * reminders go out by letter.
 */
@NullMarked
package eu.lethe.compliance.alerts;

import org.jspecify.annotations.NullMarked;
