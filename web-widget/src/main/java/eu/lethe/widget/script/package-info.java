/**
 * The files a website embeds: the small script behind the script tag and the panel it loads when somebody opens the chat.
 */
@NullMarked
package eu.lethe.widget.script;

import org.jspecify.annotations.NullMarked;
