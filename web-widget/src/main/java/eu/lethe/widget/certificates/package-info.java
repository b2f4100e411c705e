/**
 * Certificates of erasure for everybody: whoever was given an address can read one, check it and check that it is about them,
 * without an account, a script or a cookie (Art. 5(2), 12(1) GDPR).
 */
@NullMarked
package eu.lethe.widget.certificates;

import org.jspecify.annotations.NullMarked;
