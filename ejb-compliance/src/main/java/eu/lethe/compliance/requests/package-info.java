/**
 * What people ask about their own data (Art. 15-22 GDPR), from whichever side it comes, with the proof of who asks and the
 * clocks of Art. 12. A request is a ledger of codes and times; the words in it are sealed and go with the person.
 */
@NullMarked
package eu.lethe.compliance.requests;

import org.jspecify.annotations.NullMarked;
