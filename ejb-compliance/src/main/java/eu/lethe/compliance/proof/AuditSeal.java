package eu.lethe.compliance.proof;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a seal says: that the log from one number to another was this, and what the seal before it said.
 *
 * @param id counts from 1
 * @param events how many it is over
 * @param total how many all seals up to this one are over
 * @param blocks how many accounts have events among them
 * @param restores how often the database was found older than the copy of its seals: what was recorded in between is lost
 * @param previous digest of the seal before, zeros for the first
 * @param root Merkle root over the blocks, in the order of their accounts
 */
public record AuditSeal(
        long id,
        Instant sealedAt,
        long from,
        long to,
        long events,
        long total,
        long blocks,
        long restores,
        String previous,
        String root) {

    public AuditSeal {
        sealedAt = sealedAt.truncatedTo(ChronoUnit.SECONDS);
    }

    public Signed sign(Signer signer) {
        var body = Map.of(
                "seal",
                id,
                "sealedAt",
                sealedAt.toString(),
                "from",
                from,
                "to",
                to,
                "events",
                events,
                "total",
                total,
                "blocks",
                blocks,
                "restores",
                restores,
                "previous",
                previous,
                "root",
                root);
        return Signed.sign(Signed.AUDIT_SEAL, body, signer);
    }

    /** @throws BrokenProof if the document is none of these */
    public static AuditSeal of(Signed document) {
        if (!document.type().equals(Signed.AUDIT_SEAL)) {
            throw new BrokenProof(BrokenProof.Flaw.NOT_A_LOG, document.type());
        }
        return new AuditSeal(
                document.number("seal"),
                time(document.text("sealedAt")),
                document.number("from"),
                document.number("to"),
                document.number("events"),
                document.number("total"),
                document.number("blocks"),
                document.number("restores"),
                document.text("previous"),
                document.text("root"));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException broken) {
            throw new BrokenProof(BrokenProof.Flaw.NOT_A_LOG, "sealedAt");
        }
    }
}
