package eu.lethe.compliance.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes an account's log as a file that proves itself: canonical JSON, one line each.
 *
 * <pre>
 * {"account":…,"before":…,"from":…,"log":1}                        what was asked for
 * {"block":{…},"path":[…],"place":…,"seal":"…","width":…}          a block, and the way from it to its signed seal
 * {"account":…,"action":…,…}                                       each event of the block
 * {"body":{"sha256":…,…},…}                                        signed, over every line before
 * </pre>
 */
public final class AuditExport {

    static final long FORMAT = 1;

    private final OutputStream out;
    private final MessageDigest digest = Digest.sha256();
    private final Map<String, Object> asked;
    private long blocks;
    private long events;

    /** @param before the first instant that is not asked for */
    public AuditExport(OutputStream out, UUID account, Instant from, Instant before) throws IOException {
        this.out = out;
        this.asked = Map.of("account", account.toString(), "from", from.toString(), "before", before.toString());
        line(CanonicalJson.write(Map.of(
                "log", FORMAT, "account", account.toString(), "from", from.toString(), "before", before.toString())));
    }

    public void block(AuditBlock block, int place, int width, List<byte[]> path, String seal) throws IOException {
        line(CanonicalJson.write(Map.of(
                "block",
                block.members(),
                "place",
                place,
                "width",
                width,
                "path",
                path.stream().map(Digest::hex).toList(),
                "seal",
                seal)));
        blocks++;
    }

    public void event(AuditEvent event) throws IOException {
        line(event.line());
        events++;
    }

    /** Ends the file with its signature. */
    public void sign(Signer signer, Instant now) throws IOException {
        var body = new HashMap<String, Object>(asked);
        body.put("blocks", blocks);
        body.put("events", events);
        body.put("exportedAt", now.toString());
        body.put("sha256", Digest.hex(digest.digest()));
        out.write((Signed.sign(Signed.AUDIT_EXPORT, body, signer).text() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void line(String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        out.write(bytes);
    }
}
