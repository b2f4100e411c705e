package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What goes by itself when its time is over, what stays, and who is only stored. */
@Order(27)
class RetentionIT {

    private final RunningLethe lethe = RunningLethe.withoutModel();

    @Test
    void i16_forgetsWhoeverSentNothingForAYearAndNobodyElse() throws Exception {
        UUID past = personSilentFor("365 days 1 minute");
        UUID notYet = personSilentFor("364 days 23 hours");
        UUID restricted = personSilentFor("400 days");
        Sql.execute(lethe, "update compliance.subject set state = 'RESTRICTED' where id = '" + restricted + "'");

        sweep();

        RunningLethe.await("the sweep", () -> lethe.rowsAbout(past).isEmpty());
        assertThat(lethe.rowsAbout(notYet)).contains("chat.message", "vault.subject_key");
        assertThat(lethe.rowsAbout(restricted)).contains("chat.message", "vault.subject_key");
        RunningLethe.await(
                "the sweep in the audit log",
                () -> Sql.number(lethe, "select count(*) from compliance.audit_event where action = 'RETENTION_SWEPT'")
                        > 0);
    }

    @Test
    void startsThePeriodOfEverythingAgainWithANewSubmission() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("What is an origin?");
        UUID subject = lethe.subjectOf(visitor.conversation());
        silence(subject, "400 days");

        visitor.ask("Where are messages stored?");

        assertThat(Sql.number(
                        lethe,
                        "select count(*) from compliance.subject where id = '" + subject
                                + "' and last_submission_at > now() - interval '1 hour'"))
                .isOne();
    }

    @Test
    void i14_keepsWhatIsHeldAndNothingElseUntilTheHoldIsOver() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("What is an origin?");
        UUID subject = lethe.subjectOf(visitor.conversation());
        silence(subject, "400 days");
        UUID hold = hold(subject, visitor.conversation());
        byte[] before = sealedText(visitor.conversation());

        sweep();

        RunningLethe.await(
                "the erasure to wait for the hold",
                () -> Sql.number(
                                lethe,
                                "select count(*) from compliance.erasure_job where subject_id = '" + subject
                                        + "' and held_up = 'PARTIAL_HELD'")
                        == 1);
        assertThat(lethe.rowsAbout(subject))
                .contains("chat.conversation", "chat.message")
                .doesNotContain("chat.visitor", "vault.subject_key");
        assertThat(sealedText(visitor.conversation())).isNotEqualTo(before);
        assertThat(visitor.ask("Hello?").problem().getString("type")).endsWith("subject-gone");

        Sql.execute(lethe, "update compliance.legal_hold set until = current_date - 1 where id = '" + hold + "'");
        sweep();

        var erasure = Forgetting.of(lethe, subject).awaitCertificate();
        RunningLethe.await("what was held to go", () -> erasure.left().isEmpty());
    }

    @Test
    void i15_storesWhatSomebodyRestrictedSaysAndDoesNothingMoreWithIt() throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("What is an origin?");
        restrict(visitor);

        var answer = visitor.ask("Where are messages stored?");

        assertThat(answer.text()).contains("processing of your data is restricted");
        assertThat(answer.done().getString("problem")).isEqualTo("processing-restricted");
        assertThat(answer.done().getJsonArray("citations")).isEmpty();
        assertThat(Sql.number(
                        lethe,
                        "select count(*) from chat.message where conversation_id = '" + visitor.conversation() + "'"))
                .isEqualTo(4);
    }

    @Test
    void writesNothingOfATranscriptThatIsNeverStored() throws Exception {
        Sql.execute(
                lethe,
                "insert into compliance.retention_policy (id, account_id, process, store, days, anchor, basis, changed_by,"
                        + " changed_at) select gen_random_uuid(), id, 'chat', 'conversations', 0, 'CREATED', 'CONSENT', id, now()"
                        + " from compliance.account order by created_at limit 1");
        try {
            var visitor = new VisitorClient(lethe);

            var answer = visitor.ask("Where are messages stored?");

            assertThat(answer.done().getString("state")).isEqualTo("COMPLETE");
            assertThat(answer.text()).isNotBlank();
            assertThat(visitor.ask("And where are the keys kept?").status()).isEqualTo(200);
            assertThat(Sql.number(
                            lethe,
                            "select count(*) from chat.conversation where id = '" + visitor.conversation() + "'"))
                    .isZero();
        } finally {
            Sql.execute(lethe, "delete from compliance.retention_policy where days = 0");
        }
    }

    static void restrict(VisitorClient visitor) {
        var done = visitor.put("/visitor/sites/demo/privacy/restriction", "{\"ground\":\"OBJECTION\"}");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    private UUID personSilentFor(String time) throws Exception {
        var visitor = new VisitorClient(lethe);
        visitor.ask("What is an origin?");
        UUID subject = lethe.subjectOf(visitor.conversation());
        silence(subject, time);
        return subject;
    }

    private void silence(UUID subject, String time) throws Exception {
        Sql.execute(
                lethe,
                "update compliance.subject set created_at = now() - interval '2 years', last_submission_at = now() - interval '"
                        + time + "' where id = '" + subject + "'");
    }

    private UUID hold(UUID subject, UUID conversation) throws Exception {
        UUID hold = UUID.randomUUID();
        Sql.execute(
                lethe,
                "insert into compliance.legal_hold (id, account_id, law, until, items, placed_by, placed_at)"
                        + " select '" + hold + "', account_id, '§ 257 HGB', current_date + 30, 1, account_id, now()"
                        + " from compliance.subject where id = '" + subject + "'");
        Sql.execute(
                lethe,
                "insert into compliance.hold_item (hold_id, account_id, subject_id, entity_id) select '" + hold
                        + "', account_id, id, '" + conversation + "' from compliance.subject where id = '" + subject
                        + "'");
        return hold;
    }

    private byte[] sealedText(UUID conversation) throws Exception {
        try (var data = lethe.database("lethe");
                var query = data.prepareStatement(
                        "select sealed_text from chat.message where conversation_id = ? and position = 0")) {
            query.setObject(1, conversation);
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getBytes(1);
            }
        }
    }

    private void sweep() throws Exception {
        Sql.execute(lethe, "update compliance.retention_schedule set next_at = now()");
    }
}
