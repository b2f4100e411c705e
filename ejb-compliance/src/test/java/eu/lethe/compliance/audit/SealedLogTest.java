package eu.lethe.compliance.audit;

import static eu.lethe.compliance.RealDatabases.number;
import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.audit.AuditTrail.Finding;
import eu.lethe.compliance.audit.AuditTrail.Flaw;
import eu.lethe.compliance.proof.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** I13: a gap in the audit log, or a change of it, is detected. */
class SealedLogTest {

    @TempDir
    private Path folder;

    private final UUID one = UUID.fromString("10000000-0000-4000-8000-000000000001");
    private final UUID other = UUID.fromString("f0000000-0000-4000-8000-000000000002");
    private SealedDatabase database;

    /** Three seals over both accounts' events, numbers 1 to 18. */
    @BeforeEach
    void sealSomeEvents() throws SQLException {
        database = new SealedDatabase(folder);
        for (int i = 0; i < 3; i++) {
            database.record(one, 4);
            database.record(other, 2);
            database.seal();
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void digestsInTheDatabaseWhatTheVerifierDigests() throws SQLException {
        var leaves = database.ledger.leaves(1, 18, 100);
        var events = database.ledger.events(null, 1, 18);
        assertThat(leaves).hasSize(18);
        for (int i = 0; i < events.size(); i++) {
            assertThat(leaves.get(i).digest())
                    .isEqualTo(events.get(i).leaf())
                    .isEqualTo(MerkleTree.leaf(events.get(i).line().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void findsNothingWrongWithALogThatNobodyTouched() throws Exception {
        database.record(one, 1);
        assertThat(database.check(null)).isEqualTo(new AuditTrail.Check(3, 18, 1, true, List.of()));
        assertThat(database.check(one)).isEqualTo(new AuditTrail.Check(3, 12, 1, true, List.of()));
    }

    @Test
    void takesNumbersThatWereRolledBackForWhatTheyAre() throws Exception {
        SealedDatabase.record(database.connection, one, "LOGIN");
        database.connection.rollback();
        database.record(one, 1);
        assertThat(database.seal()).isPresent();
        assertThat(database.check(null).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from compliance.audit_event where seq = 8                                          | EVENTS_CHANGED
            delete from compliance.audit_event where seq between 7 and 12                             | EVENTS_CHANGED
            update compliance.audit_event set at = at + interval '1 microsecond' where seq = 8        | EVENTS_CHANGED
            update compliance.audit_event set actor = gen_random_uuid() where seq = 8                 | EVENTS_CHANGED
            update compliance.audit_event set actor = null where seq = 7                              | EVENTS_CHANGED
            update compliance.audit_event set action = 'LOGOUT' where seq = 8                         | EVENTS_CHANGED
            update compliance.audit_event set object_kind = 'PAGE' where seq = 8                      | EVENTS_CHANGED
            update compliance.audit_event set object_id = gen_random_uuid() where seq = 8             | EVENTS_CHANGED
            update compliance.audit_event set subject_id = object_id, generation = 1, words = 'x' where seq = 8 | EVENTS_CHANGED
            update compliance.audit_event set account_id = 'f0000000-0000-4000-8000-000000000002' where seq = 8 | EVENTS_CHANGED
            update compliance.audit_event e set object_id = o.object_id, action = o.action, actor = o.actor, at = o.at from compliance.audit_event o where e.seq in (8, 9) and o.seq = 17 - e.seq | EVENTS_CHANGED
            update compliance.audit_block set previous = root where seal_id = 2 and place = 0         | BLOCKS_CHANGED
            update compliance.audit_block set path = sha256('x') where seal_id = 2                    | BLOCKS_CHANGED
            delete from compliance.audit_block where seal_id = 2 and place = 1; delete from compliance.audit_event where seq in (11, 12) | BLOCKS_CHANGED
            update compliance.audit_seal set digest = sha256('x') where id = 2                        | SEAL_CHANGED
            update compliance.audit_seal set document = replace(document, '"events":6', '"events":5') where id = 2 | SEAL_CHANGED
            """)
    void i13FindsWhatAnAdministratorChanged(String statements, Flaw flaw) throws Exception {
        database.tamper(statements.split(";"));
        assertThat(database.check(null).findings()).contains(new Finding(flaw, 2));
    }

    @Test
    void i13FindsAnEventPutIntoAPeriodThatWasSealed() throws Exception {
        SealedDatabase.record(database.connection, one, "LOGIN");
        database.connection.rollback();
        database.record(one, 1);
        database.seal();
        UUID third = UUID.randomUUID();
        database.tamper("insert into compliance.audit_event (seq, at, account_id, action, object_kind, object_id)"
                + " overriding system value values (19, now(), '" + third + "', 'LOGIN', 'SITE', gen_random_uuid())");
        assertThat(database.check(null).findings()).containsExactly(new Finding(Flaw.EVENT_NEVER_SEALED, 4));
    }

    @Test
    void i13FindsThatTheEndOfTheLogWasCutOff() throws Exception {
        database.tamper(
                "delete from compliance.audit_event where seq > 12",
                "delete from compliance.audit_block where seal_id = 3",
                "delete from compliance.audit_seal where id = 3");
        assertThat(database.check(null).findings()).containsExactly(new Finding(Flaw.SEAL_MISSING, 3));
    }

    @Test
    void i13FindsThatTheLogWasMadeAnewByWhoeverHasTheKeys() throws Exception {
        database.tamper(
                "delete from compliance.audit_block",
                "delete from compliance.audit_seal",
                "update compliance.audit_event set action = 'LOGOUT' where seq = 8");
        new Sealer(database.ledger, SealedDatabase.KEY, 1000).seal(18, Optional.empty(), SealedDatabase.NOW);
        database.connection.commit();
        assertThat(database.check(null).findings())
                .contains(new Finding(Flaw.SECOND_PLACE_DIFFERS, 1), new Finding(Flaw.SEAL_MISSING, 2));
    }

    @Test
    void i13FindsThatTheSecondPlaceWasChanged() throws Exception {
        Path file = folder.resolve("proof").resolve("seals.log");
        List<String> lines = Files.readAllLines(file);
        for (List<String> changed : List.of(
                List.of(lines.get(0), lines.get(2)),
                List.of(lines.get(1), lines.get(0), lines.get(2)),
                List.of(lines.get(0), lines.get(1).replace("\"from\":7", "\"from\":8"), lines.get(2)),
                List.of(lines.get(0), "", lines.get(2)))) {
            Files.write(file, changed);
            assertThat(database.check(null).findings())
                    .as("%s", changed)
                    .isNotEmpty()
                    .allMatch(finding -> finding.flaw() == Flaw.SECOND_PLACE_DIFFERS);
        }
    }

    @Test
    void goesOnAfterTheCopysLastSealWhenTheDatabaseWasRestored() throws Exception {
        database.tamper(
                "delete from compliance.audit_event where seq > 12",
                "delete from compliance.audit_block where seal_id = 3",
                "delete from compliance.audit_seal where id = 3",
                "alter sequence compliance.audit_event_seq_seq restart with 13");
        database.record(one, 2);
        var next = database.seal().orElseThrow();
        assertThat(next.id()).isEqualTo(4);
        assertThat(next.restores()).isOne();
        assertThat(database.check(null).findings()).containsExactly(new Finding(Flaw.RESTORED, 4));
    }

    @Test
    void writesALineTornByACrashAgain() throws Exception {
        Path file = folder.resolve("proof").resolve("seals.log");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() - 100));
        database.record(one, 1);
        database.seal();
        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(Files.readString(file)).startsWith(whole);
    }

    @Test
    void sealsNoNumberThatMayBePrecededByOneStillToCome() throws Exception {
        var horizon = new Horizon();
        assertThat(look(horizon)).isEqualTo(18);
        try (var slow = new SealedDatabase.Writer()) {
            slow.record(one);
            database.record(one, 3);
            assertThat(look(horizon)).isEqualTo(18);
            assertThat(look(horizon)).isEqualTo(18);
            slow.connection.commit();
        }
        long complete = look(horizon);
        assertThat(complete).isEqualTo(22);
        assertThat(database.seal(complete).orElseThrow().events()).isEqualTo(4);
    }

    @Test
    void sealsEveryEventOfManyWritersOnce() throws Exception {
        var horizon = new Horizon();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 6; i++) {
            UUID account = i % 2 == 0 ? one : other;
            threads.add(new Thread(() -> write(account, 200)));
        }
        threads.forEach(Thread::start);
        while (threads.stream().anyMatch(Thread::isAlive)) {
            database.seal(look(horizon));
        }
        look(horizon);
        database.seal(look(horizon));
        var check = database.check(null);
        assertThat(check.findings()).isEmpty();
        assertThat(check.unsealed()).isZero();
        assertThat(check.events())
                .isEqualTo(number(database.connection, "select count(*) from compliance.audit_event"))
                .isGreaterThan(18 + 6 * 100);
    }

    private void write(UUID account, int times) {
        try (var writer = new SealedDatabase.Writer()) {
            for (int i = 0; i < times; i++) {
                writer.record(account);
                if (i % 5 == 0) {
                    writer.connection.rollback();
                } else {
                    writer.connection.commit();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long look(Horizon horizon) throws SQLException {
        long complete = horizon.look(
                database.ledger.lastDrawn(), database.ledger.ownTransaction(), database.ledger.oldestTransaction());
        database.connection.commit();
        return complete;
    }
}
