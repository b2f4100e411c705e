/**
 * The desk of whoever answers for people's data: their requests with the clocks of Art. 12 GDPR, the erasures step by step, how
 * long everything is kept, and what keeps it from being used or deleted. Owners, administrators and data protection officers act;
 * auditors read.
 */
@NullMarked
package eu.lethe.dashboard.privacy;

import org.jspecify.annotations.NullMarked;
