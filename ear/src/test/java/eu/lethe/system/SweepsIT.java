package eu.lethe.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who goes when nobody has asked, and who does not. */
@Order(27)
class SweepsIT {

    private final RunningLethe lethe = RunningLethe.withoutModel();

    @Test
    void forgetsWhoeverIsPastAPeriodThatCountsFromTheFirstWord() throws Exception {
        Sql.execute(
                lethe,
                "insert into compliance.retention_policy (id, account_id, process, store, days, anchor, basis, changed_by,"
                        + " changed_at) select gen_random_uuid(), account_id, 'chat', '', 30, 'CREATED', 'CONSENT', account_id, now()"
                        + " from chat.site where public_key = 'demo'");
        try {
            UUID past = silentForAYear(new VisitorClient(lethe), "2 years");
            UUID stillThere = silentForAYear(new VisitorClient(lethe), "1 day");
            UUID restricted = silentForAYear(new VisitorClient(lethe), "2 years");
            Sql.execute(lethe, "update compliance.subject set state = 'RESTRICTED' where id = '" + restricted + "'");

            sweep();

            RunningLethe.await("the sweep", () -> lethe.rowsAbout(past).isEmpty());
            assertThat(lethe.rowsAbout(stillThere)).contains("chat.visitor", "chat.message", "vault.subject_key");
            assertThat(lethe.rowsAbout(restricted)).contains("chat.visitor", "chat.message", "vault.subject_key");
        } finally {
            Sql.execute(lethe, "delete from compliance.retention_policy where anchor = 'CREATED'");
        }
    }

    @Test
    void takesNothingFromTheCompanysSideThatSomebodyWantsKept() throws Exception {
        var program = Program.ofTheDemo(lethe);
        var visitor = somebody();
        UUID subject = lethe.subjectOf(visitor.conversation());
        RetentionIT.restrict(visitor);

        var wholly = program.send("POST", "subjects/" + subject + "/erasure", null, null);
        var partly = program.send("DELETE", "conversations/" + visitor.conversation(), null, null);

        assertThat(wholly.status()).as(wholly.text()).isEqualTo(403);
        assertThat(partly.status()).as(partly.text()).isEqualTo(403);
        assertThat(wholly.json().getString("type")).endsWith("processing-restricted");
        assertThat(lethe.rowsAbout(subject)).contains("chat.message", "vault.subject_key");
        assertThat(Forgetting.of(lethe, visitor).awaitCertificate().left())
                .as("at the person's own wish")
                .isEmpty();
    }

    @Test
    void forgetsTheVisitorsOfARemovedSiteAndLaterWhoeverWasRestricted() throws Exception {
        UUID site = UUID.randomUUID();
        Sql.execute(
                lethe,
                "insert into chat.site (id, account_id, public_key, settings, created_at) select '" + site
                        + "', account_id, '" + site.toString().substring(0, 8)
                        + "', settings, now() from chat.site where public_key = 'demo'");
        UUID one = visitorOf(site, somebody());
        UUID other = visitorOf(site, somebody());
        var restricted = somebody();
        UUID kept = visitorOf(site, restricted);
        RetentionIT.restrict(restricted);

        Sql.execute(lethe, "update chat.site set removed_at = now() where id = '" + site + "'");
        Sql.execute(
                lethe,
                "insert into compliance.outbox (id, account_id, topic, entity_id, next_at, created_at)"
                        + " select gen_random_uuid(), account_id, 'site-visitors', id, now(), now() from chat.site where id = '"
                        + site + "'");

        assertThat(Forgetting.of(lethe, one).awaitCertificate().left()).isEmpty();
        assertThat(Forgetting.of(lethe, other).awaitCertificate().left()).isEmpty();
        assertThat(lethe.rowsAbout(kept)).contains("chat.visitor", "chat.message", "vault.subject_key");

        var lifted = restricted.delete("/visitor/sites/demo/privacy/restriction");
        assertThat(lifted.status()).as(lifted.body()).isEqualTo(200);

        assertThat(Forgetting.of(lethe, kept).awaitCertificate().left()).isEmpty();
    }

    @Test
    void dropsTheRowOfARemovedSiteThatNobodyEverWroteOn() throws Exception {
        UUID site = UUID.randomUUID();
        Sql.execute(
                lethe,
                "insert into chat.site (id, account_id, public_key, settings, created_at, removed_at) select '" + site
                        + "', account_id, '" + site.toString().substring(0, 8)
                        + "', settings, now(), now() from chat.site where public_key = 'demo'");
        Sql.execute(
                lethe,
                "insert into compliance.outbox (id, account_id, topic, entity_id, next_at, created_at)"
                        + " select gen_random_uuid(), account_id, 'site-visitors', id, now(), now() from chat.site where id = '"
                        + site + "'");

        RunningLethe.await(
                "the site to go",
                () -> Sql.number(lethe, "select count(*) from chat.site where id = '" + site + "'") == 0);
    }

    @Test
    void dropsWordsOfARequestThatWereLeftBehind() throws Exception {
        UUID request = UUID.randomUUID();
        Sql.execute(
                lethe,
                "insert into compliance.subject_request (id, account_id, kind, channel, state, language, received_at,"
                        + " received_on, paused_days, due_on) select '" + request
                        + "', account_id, 'ACCESS', 'DESK', 'OPEN', 'en', now(), current_date, 0, current_date + 30"
                        + " from chat.site where public_key = 'demo'");
        Sql.execute(
                lethe,
                "insert into compliance.request_words (request_id, account_id, linked, sealed_text) select id, account_id,"
                        + " true, '\\x00' from compliance.subject_request where id = '" + request + "'");

        sweep();

        RunningLethe.await(
                "the words to go",
                () -> Sql.number(
                                lethe,
                                "select count(*) from compliance.request_words where request_id = '" + request + "'")
                        == 0);
        Sql.execute(lethe, "delete from compliance.subject_request where id = '" + request + "'");
    }

    private VisitorClient somebody() {
        var visitor = new VisitorClient(lethe);
        assertThat(visitor.ask("What is an origin?").status()).isEqualTo(200);
        return visitor;
    }

    private UUID visitorOf(UUID site, VisitorClient visitor) throws Exception {
        UUID subject = lethe.subjectOf(visitor.conversation());
        Sql.execute(lethe, "update chat.visitor set site_id = '" + site + "' where subject_id = '" + subject + "'");
        return subject;
    }

    /** @param written how long ago what they said was said */
    private UUID silentForAYear(VisitorClient visitor, String written) throws Exception {
        visitor.ask("What is an origin?");
        UUID subject = lethe.subjectOf(visitor.conversation());
        String of = " where subject_id = '" + subject + "'";
        Sql.execute(lethe, "update chat.message set created_at = now() - interval '" + written + "'" + of);
        Sql.execute(lethe, "update chat.conversation set last_message_at = now() - interval '" + written + "'" + of);
        Sql.execute(
                lethe,
                "update compliance.subject set created_at = now() - interval '2 years', last_submission_at = now()"
                        + " - interval '400 days' where id = '" + subject + "'");
        return subject;
    }

    private void sweep() throws Exception {
        Sql.execute(lethe, "update compliance.retention_schedule set next_at = now()");
    }
}
