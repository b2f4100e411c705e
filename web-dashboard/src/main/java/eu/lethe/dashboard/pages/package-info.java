/**
 * The screens: one backing bean for each page of the same name. They are thin: read the input, call one boundary on behalf of
 * the member signed in, say what came of it. What a member may do is decided by the boundaries; pages only do not offer it.
 */
@NullMarked
package eu.lethe.dashboard.pages;

import org.jspecify.annotations.NullMarked;
