/**
 * What keeps data from being used or from being deleted: the restriction of processing a person may ask for (Art. 18 GDPR), and
 * legal holds on single conversations (Art. 17(3)). A hold goes before a restriction, that before erasure, that before retention.
 */
@NullMarked
package eu.lethe.compliance.restrictions;

import org.jspecify.annotations.NullMarked;
