package eu.lethe.compliance.proof;

import static eu.lethe.compliance.proof.BrokenProof.Flaw.NOT_A_CERTIFICATE;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.WRONG_CODE;
import static eu.lethe.compliance.proof.BrokenProof.Flaw.WRONG_KEY;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks a certificate or an exported audit log on any machine with Java, without Lethe and without a network:
 * {@code java -jar verify.jar FILE [--key FINGERPRINT] [--code RECEIPT]} and {@code java -jar verify.jar audit FILE [--key
 * FINGERPRINT] [--seals FILE]}. Ends with 0 if everything holds, 1 if anything does not, 2 if it was not asked properly.
 */
public final class Verify {

    static final int HOLDS = 0;
    static final int BROKEN = 1;
    static final int NOT_ASKED = 2;

    private final Texts texts;
    private final PrintStream out;

    Verify(Locale language, PrintStream out) {
        this.texts = Texts.in(language);
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Verify(Locale.getDefault(), out).run(arguments));
    }

    int run(String... arguments) {
        Optional<VerifyOptions> options = VerifyOptions.of(arguments);
        if (options.isEmpty()) {
            out.println(texts.of("usage"));
            return NOT_ASKED;
        }
        try {
            return options.get().audit() ? audit(options.get()) : certificate(options.get());
        } catch (BrokenProof broken) {
            out.println(texts.of("broken"));
            out.println("  " + texts.of("flaw." + broken.flaw()) + " (" + broken.where() + ")");
            return BROKEN;
        } catch (MalformedInputException notText) {
            out.println(texts.of("broken"));
            out.println("  " + texts.of("flaw." + BrokenProof.Flaw.NOT_JSON));
            return BROKEN;
        } catch (IOException unreadable) {
            out.println(texts.of("unreadable", unreadable.toString()));
            return NOT_ASKED;
        }
    }

    private int certificate(VerifyOptions options) throws IOException {
        String text = Files.readString(Path.of(options.file()));
        // Whoever saves a page or edits a file may add the end of a line; nothing else is forgiven.
        Signed certificate = Signed.read(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
        if (!certificate.type().equals(Signed.CERTIFICATE)) {
            throw new BrokenProof(NOT_A_CERTIFICATE, certificate.type());
        }
        mustBeSignedBy(options.key(), certificate.keyId());
        if (options.code() != null && !opens(options.code(), certificate)) {
            throw new BrokenProof(WRONG_CODE, certificate.text("certId"));
        }
        out.println(texts.of("certificate.holds"));
        CertificateLines.of(certificate, texts).forEach(line -> out.println("  " + line));
        if (options.code() != null) {
            out.println("  " + texts.of("certificate.yours"));
        }
        sayKey(options.key(), certificate.keyId());
        return HOLDS;
    }

    private int audit(VerifyOptions options) throws IOException {
        Optional<SealChain> copy = Optional.empty();
        if (options.seals() != null) {
            try (var lines = Files.newBufferedReader(Path.of(options.seals()))) {
                copy = Optional.of(SealChain.read(lines));
            }
        }
        AuditFile.Summary summary;
        try (var lines = Files.newBufferedReader(Path.of(options.file()))) {
            summary = new AuditFile(copy).check(lines);
        }
        mustBeSignedBy(options.key(), summary.keyId());
        out.println(texts.of("audit.holds"));
        out.println("  " + texts.of("audit.account", summary.account()));
        out.println("  " + texts.of("audit.period", summary.from(), summary.before()));
        out.println("  " + texts.of("audit.events", summary.events(), summary.blocks()));
        if (summary.restores()) {
            out.println("  " + texts.of("audit.restored"));
        }
        out.println("  " + texts.of(copy.isPresent() ? "audit.copy" : "audit.nocopy"));
        sayKey(options.key(), summary.keyId());
        return HOLDS;
    }

    private static boolean opens(String code, Signed certificate) {
        return ReceiptCode.read(code).filter(read -> read.opens(certificate)).isPresent();
    }

    private static void mustBeSignedBy(@Nullable String wanted, String keyId) {
        if (wanted != null && !wanted.strip().toLowerCase(Locale.ROOT).equals(keyId)) {
            throw new BrokenProof(WRONG_KEY, keyId);
        }
    }

    private void sayKey(@Nullable String wanted, String keyId) {
        out.println("  " + texts.of("key", keyId));
        out.println("  " + texts.of(wanted == null ? "key.compare" : "key.same"));
    }
}
