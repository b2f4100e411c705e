package eu.lethe.compliance.audit;

import eu.lethe.compliance.audit.SealedLog.Range;
import eu.lethe.compliance.audit.SealedLog.Whole;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.proof.AuditEvent;
import eu.lethe.compliance.proof.AuditExport;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes exported logs, a few blocks at a time and without a transaction: the reader may be slow. */
@ApplicationScoped
class LogFiles {

    @Inject
    SealedLog log;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    void write(Caller caller, Instant from, Instant before, OutputStream out) throws IOException {
        log.record(caller, AuditAction.AUDIT_EXPORTED);
        var file = new AuditExport(out, caller.account().value(), from, before);
        Optional<Range> left = log.range(caller.account(), from, before);
        while (left.isPresent()) {
            List<Whole> blocks = log.blocks(caller.account(), left.get());
            for (Whole whole : blocks) {
                write(whole, file);
            }
            left = blocks.isEmpty() ? Optional.empty() : rest(left.get(), blocks.get(blocks.size() - 1));
        }
        file.sign(keys, clock.instant());
    }

    private static void write(Whole whole, AuditExport file) throws IOException {
        var block = whole.block();
        file.block(block.block(), block.place(), block.width(), block.path(), whole.seal());
        for (AuditEvent event : whole.events()) {
            file.event(event);
        }
    }

    private static Optional<Range> rest(Range range, Whole last) {
        long next = last.block().block().to() + 1;
        return next > range.to() ? Optional.empty() : Optional.of(new Range(next, range.to()));
    }
}
