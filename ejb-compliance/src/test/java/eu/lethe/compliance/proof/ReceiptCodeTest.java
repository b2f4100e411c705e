package eu.lethe.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceiptCodeTest {

    private final UUID id = UUID.randomUUID();
    private final ReceiptCode code = ReceiptCode.fresh(new SecureRandom());
    private final Signed certificate = certificate(id, code);

    @Test
    void opensItsOwnCertificateHoweverItIsTyped() {
        assertThat(code.text()).matches("([0-9a-f]{4}-){7}[0-9a-f]{4}");
        String typed = " " + code.text().toUpperCase(Locale.ROOT).replace('-', ' ');
        assertThat(ReceiptCode.read(typed).orElseThrow().opens(certificate)).isTrue();
    }

    @Test
    void opensNoOther() {
        assertThat(ReceiptCode.fresh(new SecureRandom()).opens(certificate)).isFalse();
        assertThat(code.opens(certificate(UUID.randomUUID(), code))).isTrue();
        var moved = certificate.body().get("commitment");
        var other = Signed.sign(
                Signed.CERTIFICATE,
                Map.of("certId", UUID.randomUUID().toString(), "commitment", String.valueOf(moved)),
                SigningKey.of(new byte[SigningKey.SEED]));
        assertThat(code.opens(other)).isFalse();
    }

    @Test
    void isNothingElse() {
        assertThat(ReceiptCode.read("")).isEmpty();
        assertThat(ReceiptCode.read(code.text() + "0")).isEmpty();
        assertThat(ReceiptCode.read(code.text().replace(code.text().charAt(0), 'x')))
                .isEmpty();
    }

    private static Signed certificate(UUID id, ReceiptCode code) {
        return Signed.sign(
                Signed.CERTIFICATE,
                Map.of("certId", id.toString(), "commitment", Digest.hex(code.commitment(id))),
                SigningKey.of(new byte[SigningKey.SEED]));
    }
}
