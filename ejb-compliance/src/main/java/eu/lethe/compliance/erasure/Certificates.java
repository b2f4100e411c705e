package eu.lethe.compliance.erasure;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.proof.Signed;
import eu.lethe.compliance.recipients.ErasureNotices;
import eu.lethe.compliance.vault.ErasureKeys;
import eu.lethe.compliance.vault.KeyRing;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The signed proofs that people were forgotten. */
@Stateless
@Interceptors(AccountScope.class)
public class Certificates {

    private static final Duration UNTIL_SECOND_LOOK = Duration.ofHours(24);

    @PersistenceContext
    EntityManager em;

    @Inject
    ErasureJobs jobs;

    @Inject
    ErasureSteps steps;

    @Inject
    CertificateBody body;

    @Inject
    Vault vault;

    @Inject
    KeyRing keys;

    @Inject
    ErasureNotices notices;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** The certificate with this id, for whoever has the id: it says nothing about a person. */
    @AcrossAccounts(because = "whoever holds a certificate's id may see it, and knows no account")
    public Optional<Signed> find(UUID id) {
        List<?> rows = em.createNativeQuery("select document from compliance.erasure_certificate where id = ?1")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().findFirst().map(document -> Signed.read((String) document));
    }

    /**
     * Signs what the verified steps say and destroys what the job had to remember, in one transaction. A job that a released hold
     * opened again gets its certificate anew, under the same id.
     */
    public void issue(LeasedJob job) {
        jobs.mustBeHeld(job);
        Instant now = clock.instant();
        var certificate = body.of(job, now);
        String document =
                Signed.sign(Signed.CERTIFICATE, certificate.members(), keys).text();
        em.createNativeQuery("insert into compliance.erasure_certificate (id, account_id, job_id, document, issued_at)"
                        + " values (?1, ?2, ?3, ?4, ?5)"
                        + " on conflict (id) do update set document = excluded.document,"
                        + " issued_at = excluded.issued_at, issue = erasure_certificate.issue + 1")
                .setParameter(1, certificate.id())
                .setParameter(2, job.account().value())
                .setParameter(3, job.id())
                .setParameter(4, document)
                .setParameter(5, utc(now))
                .executeUpdate();
        em.createNativeQuery("update compliance.erasure_job set state = 'CERTIFIED', certified_at = ?3, rescan_at = ?4,"
                        + " next_at = ?4, lease_until = now(), sealed_words = null where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, utc(now))
                .setParameter(4, utc(now.plus(UNTIL_SECOND_LOOK)))
                .executeUpdate();
        notices.releaseKey(job.account(), job.id());
        if (steps.held(job) == 0) {
            // Of a hold that ended while the person was being fenced, nobody could know this key.
            vault.shredOne(ErasureKeys.ofHold(job.account(), job.id()));
        }
        audit.recordOwn(job.account(), AuditAction.ERASURE_CERTIFIED, job.id());
    }

    /** Whether it is time for the second look. */
    public boolean isDue(LeasedJob job) {
        return (Boolean) em.createNativeQuery(
                        "select rescan_at <= ?3 from compliance.erasure_job" + " where account_id = ?1 and id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .setParameter(3, utc(clock.instant()))
                .getSingleResult();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
