/**
 * The API for programs of an account, {@code /api/v1}: conversations, people and their rights. A program shows a key that was
 * made for it; what it may do is decided below, by the roles of the key. Whatever is refused is logged (ids only). Beside it, of
 * which resources the visitor API is made: the components that make it up do not know one another through it.
 */
@NullMarked
package eu.lethe.widget.api;

import org.jspecify.annotations.NullMarked;
