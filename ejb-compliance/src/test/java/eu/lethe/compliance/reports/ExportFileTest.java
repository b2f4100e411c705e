package eu.lethe.compliance.reports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ExportFileTest {

    private final Map<String, byte[]> entries = unpacked(ExportFile.of(SomeDossier.saying("Is it open? \u4F60\u597D")));

    @Test
    void hasDataAndSchemaOfEveryEntity() {
        assertThat(entries.keySet())
                .containsExactly(
                        "schema/line.schema.json",
                        "data/line.json",
                        "schema/page.schema.json",
                        "data/page.json",
                        "schema/talk.schema.json",
                        "data/talk.json",
                        "manifest.json",
                        "SHA256SUMS");
    }

    @Test
    void keepsEveryFieldEvenWithoutAValue() {
        assertThat(text("data/line.json")).contains("\"certainty\": null", "Is it open? \u4F60\u597D");
    }

    @Test
    void namesEachFileWithItsChecksum() throws Exception {
        var manifest = JsonbBuilder.create().fromJson(text("manifest.json"), ExportFile.Manifest.class);

        assertThat(manifest.format()).isEqualTo("lethe-export");
        assertThat(manifest.version()).isEqualTo(1);
        assertThat(manifest.subject()).isEqualTo(SomeDossier.PERSON.toString());
        assertThat(manifest.files()).hasSize(6).allSatisfy(file -> {
            byte[] content = entry(file.path());
            assertThat(file.bytes()).isEqualTo(content.length);
            assertThat(file.sha256()).isEqualTo(sha256(content));
        });
    }

    @Test
    void canBeCheckedWithSha256sum() throws Exception {
        List<String> lines = text("SHA256SUMS").lines().toList();

        assertThat(lines).hasSize(7).contains(sha256(entry("manifest.json")) + "  manifest.json");
    }

    private byte[] entry(String path) {
        return Objects.requireNonNull(entries.get(path));
    }

    private String text(String path) {
        return new String(entry(path), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static Map<String, byte[]> unpacked(byte[] zip) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return entries;
    }
}
