package eu.lethe.compliance.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A log of two accounts, sealed three times, and the first account's export of it. */
final class ExportedLog {

    static final SigningKey KEY = SigningKey.of(new byte[SigningKey.SEED]);

    private static final int SEALS = 3;
    private static final int EVENTS = 4;
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final UUID ACCOUNT = UUID.fromString("10000000-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("20000000-0000-4000-8000-000000000002");

    final List<String> seals = new ArrayList<>();
    final List<String> lines;

    private @Nullable AuditBlock lastOwn;
    private @Nullable AuditBlock lastOther;
    private String lastSeal = AuditBlock.NONE;
    private long seq;

    ExportedLog() throws IOException {
        var out = new ByteArrayOutputStream();
        var export = new AuditExport(out, ACCOUNT, START, START.plusSeconds(60));
        for (int seal = 1; seal <= SEALS; seal++) {
            seal(seal, export);
        }
        export.sign(KEY, START.plusSeconds(61));
        lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void seal(int id, AuditExport export) throws IOException {
        long from = seq + 1;
        List<AuditEvent> own = events(ACCOUNT);
        AuditBlock block = block(own, lastOwn);
        AuditBlock other = block(events(OTHER), lastOther);
        List<byte[]> digests = List.of(block.digest(), other.digest());
        var seal = new AuditSeal(
                id,
                START.plusSeconds(id),
                from,
                seq,
                2 * EVENTS,
                2L * EVENTS * id,
                2,
                0,
                lastSeal,
                Digest.hex(MerkleTree.root(digests)));
        Signed document = seal.sign(KEY);
        export.block(block, 0, 2, MerkleTree.path(digests, 0), document.text());
        for (AuditEvent event : own) {
            export.event(event);
        }
        seals.add(document.text());
        lastOwn = block;
        lastOther = other;
        lastSeal = Digest.hex(document.digest());
    }

    private List<AuditEvent> events(UUID account) {
        var events = new ArrayList<AuditEvent>();
        for (int i = 0; i < EVENTS; i++) {
            seq++;
            events.add(new AuditEvent(
                    seq, START.plusMillis(seq), account, null, "LOGIN", "MEMBER", new UUID(seq, i), null, null, null));
        }
        return events;
    }

    private static AuditBlock block(List<AuditEvent> events, @Nullable AuditBlock before) {
        return new AuditBlock(
                events.get(0).account().toString(),
                before == null ? 1 : before.number() + 1,
                events.size(),
                events.get(0).seq(),
                events.get(events.size() - 1).seq(),
                before == null ? AuditBlock.NONE : Digest.hex(before.digest()),
                Digest.hex(MerkleTree.root(events.stream().map(AuditEvent::leaf).toList())));
    }
}
