/**
 * What a person is entitled to receive: the access report (Art. 15 GDPR) in three forms and the portable export (Art. 20). Both
 * are made from what the stores extract, at the moment somebody asks, and are not kept.
 */
@NullMarked
package eu.lethe.compliance.reports;

import org.jspecify.annotations.NullMarked;
