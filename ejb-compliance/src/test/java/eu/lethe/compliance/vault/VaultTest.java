package eu.lethe.compliance.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.RealDatabases;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault on a real database, with a key store that was made, lost, replaced or put back. */
class VaultTest {

    private static final String FIELD = "message.text";

    @TempDir
    private Path folder;

    private final Subject subject = new Subject(AccountId.random(), UUID.randomUUID(), 1);
    private Path file;
    private Vault vault;

    @BeforeEach
    void startWithAnEmptyVault() throws SQLException {
        try (var connection = RealDatabases.vault().getConnection()) {
            RealDatabases.run(connection, "delete from vault.subject_key", "delete from vault.key_epoch");
        }
        file = folder.resolve("lethe.p12");
        vault = started("a password");
    }

    private Vault started(String password) {
        return new VaultNode(file, password, Clock.systemUTC()).vault();
    }

    @Test
    void opensAfterARestartWhatWasSealedBefore() {
        byte[] sealed = vault.makeKey(subject).seal(FIELD, "still there");
        assertThat(started("a password").keyOf(subject).open(FIELD, sealed)).isEqualTo("still there");
    }

    @Test
    void readsAsErasedOnceTheKeyIsShredded() {
        byte[] sealed = vault.makeKey(subject).seal(FIELD, "gone");
        vault.shred(List.of(subject.id()));
        assertThat(vault.keyOf(subject).open(FIELD, sealed)).isEqualTo(SubjectKey.ERASED);
    }

    @Test
    void refusesToReplaceALostKeyStoreByAnEmptyOne() throws Exception {
        byte[] sealed = vault.makeKey(subject).seal(FIELD, "waiting");
        Path backup = Files.move(file, folder.resolve("backup.p12"));
        Vault restarted = started("a password");

        assertThatThrownBy(() -> restarted.keyOf(subject)).isInstanceOf(VaultUnavailable.class);
        assertThatThrownBy(() -> restarted.makeKey(new Subject(subject.account(), UUID.randomUUID(), 1)))
                .isInstanceOf(VaultUnavailable.class);
        assertThat(file).doesNotExist();

        Files.move(backup, file);
        assertThat(restarted.keyOf(subject).open(FIELD, sealed)).isEqualTo("waiting");
    }

    @Test
    void refusesAKeyStoreTheVaultWasNotSealedWith() throws Exception {
        vault.makeKey(subject);
        Files.delete(file);
        new KeyFile(file, "a password").create();
        assertThatThrownBy(() -> started("a password").keyOf(subject))
                .isInstanceOfSatisfying(
                        VaultUnavailable.class,
                        closed -> assertThat(closed.reason()).contains("is not the one the vault was sealed with"));
    }

    @Test
    void refusesAWrongPassword() {
        vault.makeKey(subject);
        assertThatThrownBy(() -> started("another").keyOf(subject)).isInstanceOf(VaultUnavailable.class);
    }

    @Test
    void forgetsWithoutAKeyStore() throws Exception {
        vault.makeKey(subject);
        Files.delete(file);
        Vault restarted = started("a password");
        restarted.shred(List.of(subject.id()));
        assertThat(restarted.keyOf(subject).open(FIELD, new byte[40])).isEqualTo(SubjectKey.ERASED);
    }
}
