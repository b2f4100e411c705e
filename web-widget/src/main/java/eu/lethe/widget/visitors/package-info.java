/**
 * The visitor API: what the widget in a visitor's browser may ask. Pages of other origins than the site's own are refused,
 * messages are counted per visitor and per address (the address only in memory), and a visitor comes into being with the
 * first message, never before (Art. 25 GDPR).
 */
@NullMarked
package eu.lethe.widget.visitors;

import org.jspecify.annotations.NullMarked;
