package eu.lethe.compliance.audit;

import eu.lethe.compliance.proof.AuditSeal;
import eu.lethe.compliance.proof.BrokenProof;
import eu.lethe.compliance.proof.Digest;
import eu.lethe.compliance.proof.Signed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks along the copy in the second place while the seals of the database go by. */
final class SealCopy {

    private static final long UNREADABLE = -1;

    private record Line(long id, String digest) {}

    private final @Nullable BufferedReader lines;
    private final long upTo;
    private @Nullable Line ahead;

    /**
     * @param lines empty if no copy is kept
     * @param upTo the last seal to look at: the file may grow meanwhile
     */
    SealCopy(Optional<BufferedReader> lines, long upTo) {
        this.lines = lines.orElse(null);
        this.upTo = upTo;
        advance();
    }

    boolean isKept() {
        return lines != null;
    }

    /** @param restored whether the database is known to have lost the seals before this one */
    Optional<AuditTrail.Flaw> compare(long id, String digest, boolean restored) {
        if (!isKept()) {
            return Optional.empty();
        }
        boolean skipped = false;
        while (ahead != null && ahead.id < id) {
            skipped = true;
            advance();
        }
        boolean same = ahead != null && ahead.id == id && ahead.digest.equals(digest);
        if (ahead != null && ahead.id == id) {
            advance();
        }
        boolean differs = !same || (skipped && !restored);
        return differs ? Optional.of(AuditTrail.Flaw.SECOND_PLACE_DIFFERS) : Optional.empty();
    }

    /** The seals the copy still has when the database has no more. */
    List<Long> after(long id) {
        var rest = new ArrayList<Long>();
        while (ahead != null) {
            if (ahead.id > id || ahead.id == UNREADABLE) {
                rest.add(ahead.id);
            }
            advance();
        }
        return rest;
    }

    private void advance() {
        try {
            String line = lines == null ? null : lines.readLine();
            Line next = line == null ? null : read(line);
            ahead = next == null || next.id > upTo ? null : next;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Line read(String line) {
        try {
            Signed document = Signed.claimed(line);
            return new Line(AuditSeal.of(document).id(), Digest.hex(document.digest()));
        } catch (BrokenProof broken) {
            return new Line(UNREADABLE, "");
        }
    }
}
