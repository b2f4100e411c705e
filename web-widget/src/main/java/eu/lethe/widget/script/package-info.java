/**
 * The files a website embeds: the small script behind the script tag, the panel it loads when somebody opens the chat, and the
 * privacy panel that one loads when somebody asks for it.
 */
@NullMarked
package eu.lethe.widget.script;

import org.jspecify.annotations.NullMarked;
