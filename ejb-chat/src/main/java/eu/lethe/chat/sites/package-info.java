/**
 * Websites that carry the widget: the origins allowed to use it, how it looks, which languages it speaks.
 */
@NullMarked
package eu.lethe.chat.sites;

import org.jspecify.annotations.NullMarked;
