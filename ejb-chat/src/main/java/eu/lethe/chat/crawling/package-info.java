/**
 * Fetching what a company publishes on the web, as a polite and suspicious guest: robots.txt is obeyed, the site is not left,
 * everything has a limit, and no address inside the operator's own network can be reached, whatever a page, a redirect or a
 * name server says.
 */
@NullMarked
package eu.lethe.chat.crawling;

import org.jspecify.annotations.NullMarked;
