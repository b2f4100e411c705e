package eu.lethe.compliance.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.lethe.compliance.RealDatabases;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are renewed while the server dies, people are forgotten and others arrive. */
class KeyRotationFaultsTest {

    private static final int PEOPLE = 3_500;
    private static final Duration WEEK = Duration.ofDays(7);

    @TempDir
    private Path folder;

    private final AccountId account = AccountId.random();
    private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @BeforeEach
    void startWithAnEmptyVault() throws SQLException {
        VaultRows.clear();
    }

    private VaultNode node() {
        InstantSource moved = () -> now;
        return new VaultNode(folder.resolve("lethe.p12"), "a password", moved.withZone(ZoneOffset.UTC), account);
    }

    @Test
    void losesNothingWhereverItDies() throws Exception {
        Set<UUID> people = ids(VaultRows.fill(node().holder().keys(), account, PEOPLE));
        now = now.plus(WEEK);
        int deaths = dieInEveryTransaction(people);
        assertThat(VaultRows.epochs()).isEqualTo("1 2");
        assertThat(VaultRows.epochsInUse()).isEqualTo("2");
        assertThat(deaths).as("bites and what is around them").isGreaterThan(8);

        now = now.plus(WEEK);
        dieInEveryTransaction(people);
        assertThat(VaultRows.epochs()).isEqualTo("1x 2 3");
        assertThat(VaultRows.epochsInUse()).isEqualTo("3");
        assertThat(node().holder().keys().fingerprints()).containsOnlyKeys(2, 3);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    private int dieInEveryTransaction(Set<UUID> people) throws SQLException {
        int transaction = 1;
        while (!survives(transaction)) {
            assertThat(VaultRows.open(node().holder().keys(), account)).isEqualTo(people);
            transaction++;
        }
        assertThat(VaultRows.open(node().holder().keys(), account)).isEqualTo(people);
        return transaction;
    }

    private boolean survives(int transaction) {
        VaultNode dying = node();
        dying.dieInTransaction(transaction);
        try {
            dying.round();
            return true;
        } catch (VaultUnavailable died) {
            return false;
        }
    }

    @Test
    void goesOnWithTheBiteItDiedIn() throws Exception {
        VaultRows.fill(node().holder().keys(), account, PEOPLE);
        now = now.plus(WEEK);
        long done = 0;
        for (int deaths = 1; done == 0; deaths++) {
            VaultNode dying = node();
            dying.dieInTransaction(deaths);
            assertThatThrownBy(dying::round).isInstanceOf(VaultUnavailable.class);
            done = VaultRows.number("select count(*) from vault.subject_key where epoch = 2");
        }
        assertThat(done).as("what was done stays done, the rest is whole").isEqualTo(1000);
        node().round();
        assertThat(VaultRows.epochsInUse()).isEqualTo("2");
    }

    @Test
    void takesTheEpochThatACrashKeptFromTheVault() throws Exception {
        VaultNode first = node();
        Set<UUID> people = ids(VaultRows.fill(first.holder().keys(), account, 10));
        new KeyFile(folder.resolve("lethe.p12"), "a password").add(2);
        now = now.plus(WEEK);
        first.round();
        assertThat(VaultRows.epochs()).as("no third").isEqualTo("1 2");
        assertThat(VaultRows.open(node().holder().keys(), account)).isEqualTo(people);
    }

    @Test
    void aHalfWrittenKeyStoreIsNeverTheKeyStore() throws Exception {
        VaultNode first = node();
        Set<UUID> people = ids(VaultRows.fill(first.holder().keys(), account, 10));
        Files.write(folder.resolve("lethe.p12.new"), new byte[100]);
        now = now.plus(WEEK);
        first.round();
        assertThat(VaultRows.open(node().holder().keys(), account)).isEqualTo(people);
        assertThat(folder.resolve("lethe.p12.new")).doesNotExist();
    }

    @Test
    void whoeverIsForgottenMeanwhileStaysForgotten() throws Exception {
        VaultNode rotating = node();
        List<Subject> people = VaultRows.fill(rotating.holder().keys(), account, PEOPLE);
        var pool = Executors.newFixedThreadPool(6);
        try {
            var forgetting = new ArrayList<Future<Set<UUID>>>();
            for (int part = 0; part < 4; part++) {
                int from = part;
                forgetting.add(pool.submit(() -> forget(people, from)));
            }
            Future<Set<UUID>> arriving = pool.submit(this::arrive);
            Future<?> other = pool.submit(rounds(node()));
            for (int week = 0; week < 4; week++) {
                now = now.plus(WEEK);
                rotating.round();
            }
            other.get();
            var expected = new HashSet<>(ids(people));
            expected.addAll(arriving.get());
            for (Future<Set<UUID>> forgotten : forgetting) {
                expected.removeAll(forgotten.get());
            }
            now = now.plus(WEEK);
            rotating.round();
            assertThat(VaultRows.open(node().holder().keys(), account)).isEqualTo(expected);
            assertThat(VaultRows.epochsInUse())
                    .isEqualTo(String.valueOf(rotating.holder().keys().epoch()));
        } finally {
            pool.shutdownNow();
        }
    }

    /** As a fence does: several keys in one transaction that takes its time, and now and then is rolled back. */
    private Set<UUID> forget(List<Subject> people, int part) throws Exception {
        var random = new Random(part);
        var forgotten = new HashSet<UUID>();
        try (var connection = RealDatabases.vault().getConnection();
                var delete = connection.prepareStatement("delete from vault.subject_key where subject_id = any (?)")) {
            connection.setAutoCommit(false);
            for (int i = part; i + 8 < people.size(); i += 40) {
                List<UUID> some = List.of(
                        people.get(i).id(),
                        people.get(i + 4).id(),
                        people.get(i + 8).id());
                delete.setArray(1, connection.createArrayOf("uuid", some.toArray()));
                delete.executeUpdate();
                Thread.sleep(random.nextInt(4));
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    forgotten.addAll(some);
                }
            }
        }
        return forgotten;
    }

    private Set<UUID> arrive() {
        VaultNode another = node();
        var arrived = new HashSet<UUID>();
        for (int i = 0; i < 200; i++) {
            var newcomer = new Subject(account, UUID.randomUUID(), 1);
            try {
                another.vault().makeKey(newcomer);
                arrived.add(newcomer.id());
            } catch (VaultUnavailable epochIsOver) {
                another.holder().lookAgain();
            }
        }
        return arrived;
    }

    private static Callable<Boolean> rounds(VaultNode node) {
        return () -> {
            for (int i = 0; i < 10; i++) {
                node.round();
            }
            return true;
        };
    }

    private static Set<UUID> ids(List<Subject> people) {
        return people.stream().map(Subject::id).collect(Collectors.toSet());
    }
}
