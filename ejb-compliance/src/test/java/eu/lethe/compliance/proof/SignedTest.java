package eu.lethe.compliance.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignedTest {

    private static final int MUTATIONS = 1000;

    private final SigningKey key = SigningKey.of(new byte[SigningKey.SEED]);
    private final Signed document = Signed.sign(
            Signed.CERTIFICATE, Map.of("certId", "0b1e", "removed", 12, "law", "§ 147 AO", "complete", true), key);

    @Test
    void makesTheKeysAndSignaturesOfTheStandard() {
        // RFC 8032, section 7.1, test 1.
        var known = SigningKey.of(
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        assertThat(Digest.hex(known.publicKey()))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(Digest.hex(known.sign(new byte[0])))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
                        + "f9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void verifiesWhatItSigned() {
        Signed read = Signed.read(document.text());
        assertThat(read.keyId()).isEqualTo(key.keyId());
        assertThat(read.number("removed")).isEqualTo(12);
        assertThat(read.text("law")).isEqualTo("§ 147 AO");
        assertThat(read.digest()).isEqualTo(document.digest());
    }

    @Test
    void i12FailsAfterAnyOfAThousandChanges() {
        byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
        var random = new Random(12);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            assertThatThrownBy(() -> Signed.read(new String(changed, StandardCharsets.UTF_8)))
                    .as("%s", new String(changed, StandardCharsets.UTF_8))
                    .isInstanceOf(BrokenProof.class);
        }
    }

    @Test
    void i12FailsAfterAnyBitOfAnyByteIsFlipped() {
        byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> Signed.read(new String(changed, StandardCharsets.UTF_8)))
                    .isInstanceOf(BrokenProof.class);
        }
    }

    @Test
    void isNotADocumentOfAnotherType() {
        String disguised = document.text().replace(Signed.CERTIFICATE, Signed.AUDIT_SEAL);
        assertThatThrownBy(() -> Signed.read(disguised)).hasMessageContaining("wrong signature");
    }

    @Test
    void namesTheKeyOfWhoeverSignedItAnew() {
        var forged = Signed.sign(document.type(), document.body(), SigningKey.of(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
            30, 31, 32
        }));
        assertThat(Signed.read(forged.text()).keyId()).isNotEqualTo(key.keyId());
        assertThatThrownBy(() -> Signed.read(forged.text().replace(forged.keyId(), key.keyId())))
                .hasMessageContaining("wrong key id");
    }
}
