package eu.lethe.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    @TempDir
    private Path folder;

    private final UUID id = UUID.randomUUID();
    private final ReceiptCode code = ReceiptCode.fresh(new SecureRandom());
    private final Signed certificate = Signed.sign(
            Signed.CERTIFICATE,
            Map.of(
                    "certId",
                    id.toString(),
                    "ground",
                    "REQUEST",
                    "stores",
                    List.of(Map.of("store", "conversations", "action", "DELETE", "state", "DONE", "removed", 12)),
                    "backup",
                    Map.of("level", "CRYPTO"),
                    "commitment",
                    Digest.hex(code.commitment(id))),
            ExportedLog.KEY);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path file;

    @BeforeEach
    void save() throws IOException {
        file = Files.writeString(folder.resolve("certificate.json"), certificate.text());
    }

    @Test
    void saysWhatACertificateSays() {
        assertThat(verify("--key", certificate.keyId(), "--code", code.text())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("VALID", "Reason: Request of the person", "Step delete, State done, removed 12")
                .contains("The receipt code belongs to this certificate.", "That is the key you asked for.");
    }

    @Test
    void saysThatAnybodyCanSignWithAKeyOfTheirOwn() {
        assertThat(verify()).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Compare this fingerprint", certificate.keyId());
    }

    @Test
    void refusesAnotherKeyAnotherCodeAndAChange() throws IOException {
        assertThat(verify("--key", "0".repeat(64))).isOne();
        assertThat(verify("--code", ReceiptCode.fresh(new SecureRandom()).text()))
                .isOne();
        assertThat(verify("--code", "nothing")).isOne();
        Files.writeString(file, certificate.text().replace("\"removed\":12", "\"removed\":13"));
        assertThat(verify()).isOne();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("NOT VALID").doesNotContain("\nVALID");
    }

    @Test
    void refusesASealInPlaceOfACertificate() throws IOException {
        Files.writeString(file, new ExportedLog().seals.get(0));
        assertThat(verify()).isOne();
    }

    @Test
    void checksAnExportedLogAgainstTheCopyOfItsSeals() throws IOException {
        var log = new ExportedLog();
        Files.write(file, log.lines);
        Path seals = Files.write(folder.resolve("seals.log"), log.seals);
        assertThat(run("audit", file.toString(), "--seals", seals.toString(), "--key", ExportedLog.KEY.keyId()))
                .isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Events: 12, in 3 sealed blocks");
        Files.write(file, log.lines.subList(0, 8));
        assertThat(run("audit", file.toString())).isOne();
    }

    @Test
    void saysHowItIsAskedToWhoeverAsksAnotherWay() {
        assertThat(run()).isEqualTo(Verify.NOT_ASKED);
        assertThat(run("audit")).isEqualTo(Verify.NOT_ASKED);
        assertThat(run(file.toString(), "--seals", "x")).isEqualTo(Verify.NOT_ASKED);
        assertThat(run(folder.resolve("none").toString())).isEqualTo(Verify.NOT_ASKED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Usage:");
    }

    @Test
    void hasEveryTextInEveryLanguage() {
        var keys = ResourceBundle.getBundle("eu.lethe.compliance.proof.proof", Locale.ROOT)
                .keySet();
        for (Locale language : Texts.LANGUAGES) {
            var bundle = ResourceBundle.getBundle(
                    "eu.lethe.compliance.proof.proof",
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            assertThat(bundle.keySet()).isEqualTo(keys);
            for (BrokenProof.Flaw flaw : BrokenProof.Flaw.values()) {
                assertThat(Texts.in(language).of("flaw." + flaw)).isNotBlank();
            }
            assertThat(Texts.in(language).language()).isEqualTo(language);
        }
        assertThat(Texts.in(Locale.GERMAN).of("broken")).isEqualTo("UNGÜLTIG");
    }

    private int verify(String... options) {
        var arguments = new java.util.ArrayList<String>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Verify(Locale.ENGLISH, out).run(arguments);
    }
}
