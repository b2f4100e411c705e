/**
 * Measures answers on real help centres: a program run by hand against an OpenSearch, with data that is not part of this project.
 */
@NullMarked
package eu.lethe.chat.quality;

import org.jspecify.annotations.NullMarked;
