package eu.lethe.compliance.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event of the audit log with every column it has, as it is digested: the database computes the same bytes when the event
 * is inserted ({@code compliance.audit_leaf}).
 *
 * @param words SHA-256 of what was said about a person, as it was sealed; in hexadecimal
 */
public record AuditEvent(
        long seq,
        Instant at,
        UUID account,
        @Nullable UUID actor,
        String action,
        String objectKind,
        UUID objectId,
        @Nullable UUID subject,
        @Nullable Integer generation,
        @Nullable String words) {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The event's line in an exported log. */
    public String line() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("account", account.toString());
        members.put("action", action);
        members.put("actor", actor == null ? null : actor.toString());
        members.put("at", MICROSECONDS.format(at));
        members.put("generation", generation);
        members.put("objectId", objectId.toString());
        members.put("objectKind", objectKind);
        members.put("seq", seq);
        members.put("subject", subject == null ? null : subject.toString());
        members.put("words", words);
        return CanonicalJson.write(members);
    }

    public byte[] leaf() {
        return MerkleTree.leaf(line().getBytes(StandardCharsets.UTF_8));
    }
}
