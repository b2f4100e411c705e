package eu.lethe.compliance.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wrapping key is replaced and destroyed in time, on a real database; whatever happens meanwhile, no key is lost or comes back. */
class KeyRotationTest {

    private static final String FIELD = "message.text";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final byte[] DATA = "a token".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final AccountId account = AccountId.random();
    private final Subject subject = new Subject(account, UUID.randomUUID(), 1);
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Path file;
    private VaultNode node;

    @BeforeEach
    void startWithAnEmptyVault() throws SQLException {
        VaultRows.clear();
        file = folder.resolve("lethe.p12");
        node = node();
    }

    private VaultNode node() {
        return nodeWith(file);
    }

    private VaultNode nodeWith(Path keys) {
        return new VaultNode(keys, "a password", clock(), AccountId.random(), account);
    }

    private Clock clock() {
        InstantSource moved = () -> now;
        return moved.withZone(ZoneOffset.UTC);
    }

    private void aWeekLater() {
        now = now.plus(WEEK);
        node.round();
    }

    @Test
    void wrapsEveryKeyAgainAndDestroysTheOldEpochAWeekLater() throws SQLException {
        byte[] sealed = node.vault().makeKey(subject).seal(FIELD, "still there");
        node.round();
        assertThat(VaultRows.epochs()).isEqualTo("1");

        aWeekLater();
        assertThat(VaultRows.epochs()).isEqualTo("1 2");
        assertThat(VaultRows.epochsInUse()).isEqualTo("2");
        assertThat(node.holder().keys().holds(1)).isTrue();

        aWeekLater();
        assertThat(VaultRows.epochs()).isEqualTo("1x 2 3");
        assertThat(node.holder().keys().fingerprints()).containsOnlyKeys(2, 3);
        assertThat(node().vault().keyOf(subject).open(FIELD, sealed)).isEqualTo("still there");
    }

    @Test
    void doesNothingBeforeItIsDue() throws SQLException {
        node.vault().makeKey(subject);
        Object stamp = new KeyFile(file, "a password").stamp();
        now = now.plus(WEEK).minusSeconds(1);
        node.round();
        assertThat(VaultRows.epochs()).isEqualTo("1");
        assertThat(new KeyFile(file, "a password").stamp()).isEqualTo(stamp);
    }

    @Test
    void leavesSignaturesAndCodesAsTheyAre() {
        Keys before = node.holder().keys();
        aWeekLater();
        aWeekLater();
        Keys after = node().holder().keys();
        assertThat(after.holds(1)).isFalse();
        assertThat(after.mac("contact-email", DATA)).isEqualTo(before.mac("contact-email", DATA));
        assertThat(after.signing().keyId()).isEqualTo(before.signing().keyId());
        assertThat(after.signing().sign(DATA)).isEqualTo(before.signing().sign(DATA));
    }

    @Test
    void aSecondNodeNoticesANewEpoch() {
        VaultNode second = node();
        byte[] sealed = second.vault().makeKey(subject).seal(FIELD, "seen by both");
        aWeekLater();

        assertThat(second.vault().keyOf(subject).open(FIELD, sealed)).isEqualTo("seen by both");
        assertThat(second.holder().keys().epoch()).isEqualTo(2);
    }

    @Test
    void aNodeWithACopyWaitsForTheNextCopy() throws Exception {
        byte[] sealed = node.vault().makeKey(subject).seal(FIELD, "waiting");
        Path copy = Files.copy(file, folder.resolve("copy.p12"));
        VaultNode second = nodeWith(copy);
        second.round();
        aWeekLater();
        now = now.plus(WEEK);

        assertThatThrownBy(() -> second.vault().keyOf(subject)).isInstanceOf(VaultUnavailable.class);
        assertThatThrownBy(second::round).isInstanceOf(VaultUnavailable.class);
        assertThat(second.rotation().state().held()).isFalse();
        assertThat(VaultRows.epochs()).as("nothing was made from an old copy").isEqualTo("1 2");

        Files.delete(copy);
        Files.copy(file, copy);
        assertThat(second.vault().keyOf(subject).open(FIELD, sealed)).isEqualTo("waiting");
    }

    @Test
    void aServerThatMissedTheEndCannotWrapUnderADestroyedKey() throws SQLException {
        VaultNode asleep = node();
        asleep.vault().makeKey(subject);
        aWeekLater();
        aWeekLater();

        var newcomer = new Subject(account, UUID.randomUUID(), 1);
        assertThatThrownBy(() -> asleep.vault().makeKey(newcomer)).isInstanceOf(VaultUnavailable.class);
        asleep.round();
        asleep.vault().makeKey(newcomer);
        assertThat(VaultRows.epochsInUse()).isEqualTo("3");
    }

    @Test
    void anOldVaultDoesNotOpenWithTheKeyStoreOfToday() throws Exception {
        byte[] sealed = node.vault().makeKey(subject).seal(FIELD, "long ago");
        VaultRows backup = VaultRows.dump();
        Path oldKeys = Files.copy(file, folder.resolve("old.p12"));
        aWeekLater();
        backup.restore();
        assertThat(node().vault().keyOf(subject).open(FIELD, sealed)).isEqualTo("long ago");

        node = node();
        aWeekLater();
        aWeekLater();
        backup.restore();

        assertThatThrownBy(() -> node().vault().keyOf(subject))
                .isInstanceOfSatisfying(
                        VaultUnavailable.class,
                        closed -> assertThat(closed.reason()).contains("cannot be opened any more"));
        assertThat(nodeWith(oldKeys).vault().keyOf(subject).open(FIELD, sealed))
                .as("the only way back")
                .isEqualTo("long ago");
    }

    @Test
    void refusesAnOldKeyStoreInOneSentence() throws Exception {
        node.vault().makeKey(subject);
        Path old = Files.copy(file, folder.resolve("old.p12"));
        aWeekLater();

        assertThatThrownBy(() -> nodeWith(old).vault().keyOf(subject))
                .isInstanceOfSatisfying(
                        VaultUnavailable.class,
                        closed -> assertThat(closed.reason())
                                .contains("is older than the vault")
                                .contains("put its latest copy in place"));
    }

    @Test
    void aBackupOfTheVaultFromAfterTheLastUseOfAnEpochStillOpens() throws Exception {
        byte[] sealed = node.vault().makeKey(subject).seal(FIELD, "in the backup");
        aWeekLater();
        VaultRows backup = VaultRows.dump();
        aWeekLater();
        backup.restore();

        VaultNode restored = node();
        assertThat(restored.vault().keyOf(subject).open(FIELD, sealed)).isEqualTo("in the backup");
        restored.round();
        assertThat(VaultRows.epochs()).isEqualTo("1x 2 3");
    }

    @Test
    void aClockThatWasAheadPutsNothingOff() throws SQLException {
        node.vault().makeKey(subject);
        now = now.plus(Duration.ofDays(720));
        node.round();
        now = now.minus(Duration.ofDays(720));
        node.round();
        assertThat(VaultRows.epochs()).isEqualTo("1 2 3");
        node.round();
        assertThat(VaultRows.epochs()).as("once is enough").isEqualTo("1 2 3");

        aWeekLater();
        assertThat(VaultRows.epochs()).isEqualTo("1x 2x 3 4");
        assertThat(VaultRows.epochsInUse()).isEqualTo("4");
    }

    @Test
    void aClockThatIsBehindLosesNothing() throws SQLException {
        byte[] sealed = node.vault().makeKey(subject).seal(FIELD, "early");
        now = now.minus(Duration.ofDays(1));
        node.round();
        assertThat(node().vault().keyOf(subject).open(FIELD, sealed)).isEqualTo("early");
        assertThat(VaultRows.epochsInUse()).isEqualTo("2");
    }

    @Test
    void keysOfBeforeTheAccountWasKeptAreWrappedAgain() throws SQLException {
        byte[] sealed = node.vault().makeKey(subject).seal(FIELD, "from before");
        VaultRows.run("update vault.subject_key set account_id = null");
        aWeekLater();
        assertThat(VaultRows.epochsInUse()).isEqualTo("2");
        assertThat(node.vault().keyOf(subject).open(FIELD, sealed)).isEqualTo("from before");
        aWeekLater();
        assertThat(node.vault().keyOf(subject).open(FIELD, sealed)).isEqualTo("from before");
    }

    @Test
    void aKeyNobodyOwnsKeepsItsEpoch() throws SQLException {
        var foreign = new Subject(AccountId.random(), UUID.randomUUID(), 1);
        byte[] sealed = node.vault().makeKey(foreign).seal(FIELD, "whose");
        VaultRows.run("update vault.subject_key set account_id = null");
        aWeekLater();
        aWeekLater();
        assertThat(VaultRows.epochs()).isEqualTo("1 2 3");
        assertThat(node().vault().keyOf(foreign).open(FIELD, sealed)).isEqualTo("whose");
    }

    @Test
    void saysWhatAnOperatorWantsToKnow() {
        node.vault().makeKey(subject);
        aWeekLater();
        assertThat(node.rotation().state()).isEqualTo(new KeyRotation.State(2, Optional.of(now.plus(WEEK)), 1, true));
        assertThat(node.rotation().endOfBackupsFrom(now))
                .contains(now.plus(WEEK).plus(WEEK));
    }

    @Test
    void keepsTheFirstKeyForEverIfToldSo() throws SQLException {
        node.rotation().period = Duration.ZERO;
        node.vault().makeKey(subject);
        now = now.plus(Duration.ofDays(720));
        node.round();
        assertThat(VaultRows.epochs()).isEqualTo("1");
        assertThat(node.rotation().state().next()).isEmpty();
        assertThat(node.rotation().endOfBackupsFrom(now)).isEmpty();
    }
}
