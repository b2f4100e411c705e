package eu.lethe.compliance.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    private static final byte[] DATA = "a token".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path path;
    private KeyFile file;

    @BeforeEach
    void nameTheFile() {
        path = folder.resolve("keys").resolve("lethe.p12");
        file = new KeyFile(path, "a password");
    }

    @Test
    void opensTheKeysItCreated() {
        Keys created = file.create();
        var key = KeyFile.newKey();
        byte[] wrapped = created.wrap("name", key);

        Keys opened = file.open();

        assertThat(opened.epoch()).isEqualTo(1);
        assertThat(opened.unwrap(1, "name", wrapped)).isEqualTo(key);
        assertThat(opened.fingerprints().get(1))
                .isEqualTo(created.fingerprints().get(1));
        assertThat(opened.mac("tokens", DATA)).isEqualTo(created.mac("tokens", DATA));
        assertThat(opened.signing().keyId()).isEqualTo(created.signing().keyId());
        assertThat(opened.signing().sign(DATA)).isEqualTo(created.signing().sign(DATA));
    }

    @Test
    void letsNobodyElseReadTheFile() throws IOException {
        file.create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesAKeyStoreSomebodyElseMadeFirst() {
        byte[] first = file.create().mac("tokens", DATA);
        assertThat(file.create().mac("tokens", DATA)).isEqualTo(first);
        assertThat(folder.resolve("keys")).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void saysWhatIsWrongWithAWrongPassword() {
        file.create();
        assertThatThrownBy(new KeyFile(path, "another")::open)
                .isInstanceOfSatisfying(
                        VaultUnavailable.class,
                        closed -> assertThat(closed.reason()).contains("lethe.keys.password"))
                .hasMessageNotContaining(path.toString());
    }

    @Test
    void refusesAFileThatIsNoKeyStore() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "not keys");
        assertThatThrownBy(file::open).isInstanceOf(VaultUnavailable.class);
    }

    @Test
    void makesCodesForOnePurposeWorthlessForAnother() {
        Keys keys = file.create();
        assertThat(keys.mac("tokens", DATA)).hasSize(32).isNotEqualTo(keys.mac("links", DATA));
    }

    @Test
    void unwrapsNoKeyUnderAnotherName() {
        Keys keys = file.create();
        byte[] wrapped = keys.wrap("one", KeyFile.newKey());
        assertThatThrownBy(() -> keys.unwrap(1, "two", wrapped)).isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> keys.unwrap(2, "one", wrapped)).isInstanceOf(VaultUnavailable.class);
    }
}
