/**
 * Proof that needs nobody's word: canonical JSON, Ed25519 signatures, Merkle trees, and the program that checks them without
 * a server (Art. 5(2) GDPR). Plain Java without anything of the container, because the same classes are {@code verify.jar}.
 */
@NullMarked
package eu.lethe.compliance.proof;

import org.jspecify.annotations.NullMarked;
