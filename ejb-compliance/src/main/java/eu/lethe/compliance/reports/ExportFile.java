package eu.lethe.compliance.reports;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Packs an export: {@code data/<entity>.json} and {@code schema/<entity>.schema.json} for every entity, also one without rows,
 * {@code manifest.json}, and {@code SHA256SUMS} for {@code sha256sum -c}.
 */
final class ExportFile {

    private static final Jsonb JSON =
            JsonbBuilder.create(new JsonbConfig().withFormatting(true).withNullValues(true));

    /**
     * The first thing to read.
     *
     * @param format {@code lethe-export}
     * @param version raised when an entry or a schema changes so that a reader of the old ones would fail
     */
    public record Manifest(
            String format, int version, String createdAt, String controller, String subject, List<Entry> files) {}

    /**
     * @param entity null for what is not data
     * @param schema the entry that describes a data entry
     */
    public record Entry(
            String path,
            String mediaType,
            long bytes,
            String sha256,
            @Nullable String entity,
            @Nullable Integer rows,
            @Nullable String schema) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private final List<Entry> entries = new ArrayList<>();
    private final long madeAt;

    private ExportFile(long madeAt) {
        this.madeAt = madeAt;
    }

    static byte[] of(Dossier dossier) {
        var file = new ExportFile(dossier.madeAt().toEpochMilli());
        try {
            file.fill(dossier);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return file.bytes.toByteArray();
    }

    private void fill(Dossier dossier) throws IOException {
        var holdings = dossier.holdings().stream()
                .sorted(Comparator.comparing(Holding::entity))
                .toList();
        for (var holding : holdings) {
            String schema = "schema/" + holding.entity() + ".schema.json";
            add(schema, "application/schema+json", utf8(holding.schema().text()), null, null, null);
            add(
                    "data/" + holding.entity() + ".json",
                    "application/json",
                    utf8(json(holding.rows())),
                    holding.entity(),
                    holding.rows().size(),
                    schema);
        }
        var manifest = new Manifest(
                "lethe-export",
                1,
                dossier.madeAt().toString(),
                dossier.controller(),
                dossier.standing().subject().id().toString(),
                List.copyOf(entries));
        add("manifest.json", "application/json", utf8(JSON.toJson(manifest)), null, null, null);
        put("SHA256SUMS", utf8(sums()));
        zip.close();
    }

    private void add(
            String path,
            String mediaType,
            byte[] content,
            @Nullable String entity,
            @Nullable Integer rows,
            @Nullable String schema)
            throws IOException {
        put(path, content);
        entries.add(new Entry(path, mediaType, content.length, sha256(content), entity, rows, schema));
    }

    private void put(String path, byte[] content) throws IOException {
        var entry = new ZipEntry(path);
        entry.setTime(madeAt);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private String sums() {
        var sums = new StringBuilder();
        entries.forEach(entry ->
                sums.append(entry.sha256()).append("  ").append(entry.path()).append('\n'));
        return sums.toString();
    }

    private static String json(List<Map<String, Object>> rows) {
        return JSON.toJson(rows);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
