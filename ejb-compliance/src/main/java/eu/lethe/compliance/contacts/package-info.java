/**
 * How a person wants to be reached: name, e-mail address and telephone, sealed under the person's key. An address is found
 * again through a keyed code of it only (blind index), and wrong data is put right here (Art. 16 GDPR).
 */
@NullMarked
package eu.lethe.compliance.contacts;

import org.jspecify.annotations.NullMarked;
