package eu.lethe.compliance.audit;

import eu.lethe.compliance.proof.BrokenProof;
import eu.lethe.compliance.proof.Signed;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this node keeps its copy of every seal, outside the databases. */
@ApplicationScoped
class SecondPlace {

    private static final int BATCH = 500;

    @Inject
    @ConfigProperty(name = "lethe.audit.seals-file")
    Optional<String> file;

    @Inject
    Seals seals;

    @Inject
    KeyRing keys;

    /** The newest seal of the copy, as it claims to be; empty if there is none or no copy is kept. */
    Optional<Signed> head() {
        return kept().flatMap(SealFile::head);
    }

    /** The same, if it is one of ours; a seal somebody made up is no reason to go on after it. */
    Optional<Signed> trustedHead() {
        return head().filter(seal -> {
            try {
                return Signed.read(seal.text()).keyId().equals(keys.keyId());
            } catch (BrokenProof forged) {
                return false;
            }
        });
    }

    /** Adds the seals the copy does not have, whichever node made them. */
    synchronized void catchUp() {
        if (kept().isEmpty()) {
            return;
        }
        SealFile copy = kept().get();
        long head = copy.head().map(seal -> seal.number("seal")).orElse(0L);
        List<Seals.Seal> missing;
        do {
            missing = seals.after(head, BATCH);
            copy.append(missing.stream()
                    .map(seal -> Signed.claimed(seal.document()))
                    .toList());
            head = missing.isEmpty() ? head : missing.get(missing.size() - 1).id();
        } while (missing.size() == BATCH);
    }

    /** The copy's lines; empty if no copy is kept. */
    Optional<BufferedReader> lines() {
        try {
            SealFile copy = kept().filter(SealFile::exists).orElse(null);
            return copy == null ? Optional.empty() : Optional.of(copy.lines());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isKept() {
        return file.isPresent();
    }

    private Optional<SealFile> kept() {
        return file.map(Path::of).map(SealFile::new);
    }
}
