package eu.lethe.compliance.erasure;

import eu.lethe.compliance.audit.Seals;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.recipients.ErasureNotices;
import eu.lethe.compliance.restrictions.KeptByLaw;
import eu.lethe.compliance.vault.KeyRotation;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What a certificate says: times, counts and methods from the ledger, nothing about the person. */
@Stateless
@Interceptors(AccountScope.class)
public class CertificateBody {

    // When the request reached the company: a letter's day, if it was noted later. Without a request, the fence's time.
    private static final String RECEIVED = "coalesce(case when r.received_on"
            + " < cast(r.received_at at time zone 'UTC' as date) then cast(r.received_on as timestamp) at time zone 'UTC'"
            + " else r.received_at end, j.received_at)";

    /** A certificate before it is signed. */
    public record Certificate(UUID id, Map<String, Object> members) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    ErasureNotices notices;

    @Inject
    KeptByLaw laws;

    @Inject
    Seals seals;

    @Inject
    KeyRotation rotation;

    @Inject
    @ConfigProperty(name = "lethe.backup.level", defaultValue = "UNDECLARED")
    BackupLevel backup;

    @Inject
    @ConfigProperty(name = "lethe.backup.days", defaultValue = "30")
    int backupDays;

    @Inject
    @ConfigProperty(name = "lethe.version", defaultValue = "unknown")
    String version;

    public Certificate of(LeasedJob job, Instant now) {
        Object[] row = (Object[]) em.createNativeQuery(
                        "select j.certificate_id, j.cause, " + RECEIVED + ", j.fenced_at,"
                                + " j.deleted_at, j.verified_at, j.commitment, a.name, coalesce((select max(c.issue)"
                                + " from compliance.erasure_certificate c where c.job_id = j.id), 0) + 1, j.scope, r.kind"
                                + " from compliance.erasure_job j join compliance.account a on a.id = j.account_id"
                                + " left join compliance.subject_request r on r.account_id = j.account_id and r.id = j.request_id where j.account_id = ?1 and j.id = ?2")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .getSingleResult();
        var members = new LinkedHashMap<String, Object>();
        members.put("certId", row[0].toString());
        members.put("account", job.account().toString());
        members.put("controller", (String) row[7]);
        if (row[10] != null) {
            members.put("requestKind", (String) row[10]);
        }
        members.put("scope", (String) row[9]);
        members.put("ground", (String) row[1]);
        members.put("receivedAt", time(row[2]));
        members.put("fencedAt", time(row[3]));
        members.put("deletedAt", time(row[4]));
        members.put("verifiedAt", time(row[5]));
        members.put("issuedAt", now.truncatedTo(ChronoUnit.SECONDS).toString());
        members.put("issue", (long) (Integer) row[8]);
        members.put("stores", stores(job));
        members.put("recipients", recipients(job));
        members.put("held", job.isOfPerson() ? held(job) : List.of());
        members.put("backup", backup(job, Columns.instant(row[3])));
        seals.head().ifPresent(seal -> members.put("auditRoot", seal.root()));
        members.put("software", "Lethe " + version);
        members.put("commitment", HexFormat.of().formatHex((byte[]) row[6]));
        return new Certificate((UUID) row[0], members);
    }

    private List<Map<String, Object>> stores(LeasedJob job) {
        List<?> rows = em.createNativeQuery("select store, action, state, found, removed,"
                        + " remaining, method, done_at from compliance.erasure_step"
                        + " where account_id = ?1 and job_id = ?2 and action <> 'RESCAN' order by store, action")
                .setParameter(1, job.account().value())
                .setParameter(2, job.id())
                .getResultList();
        var steps = new ArrayList<Map<String, Object>>();
        for (Object element : rows) {
            Object[] row = (Object[]) element;
            var step = new LinkedHashMap<String, Object>();
            step.put("store", (String) row[0]);
            step.put("kind", kindOf((String) row[0]));
            step.put("action", (String) row[1]);
            step.put("state", (String) row[2]);
            // Where nobody counted, no number stands.
            if (row[3] != null && row[5] != null) {
                step.put("found", (Long) row[3]);
                step.put("removed", (Long) row[4]);
                step.put("remaining", (Long) row[5]);
            }
            step.put("method", (String) row[6]);
            step.put("at", time(row[7]));
            steps.add(step);
        }
        return steps;
    }

    private List<Map<String, Object>> recipients(LeasedJob job) {
        return notices.told(job.account(), job.id()).stream()
                .map(told -> {
                    var recipient = new LinkedHashMap<String, Object>();
                    recipient.put("recipient", told.recipient().toString());
                    recipient.put("category", told.category().name());
                    recipient.put("state", told.state().name());
                    recipient.put("copies", (long) told.copies());
                    recipient.put("told", seconds(told.toldAt()));
                    recipient.put("acknowledged", seconds(told.acknowledgedAt()));
                    recipient.put("until", seconds(told.until()));
                    return (Map<String, Object>) recipient;
                })
                .toList();
    }

    private static String seconds(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String kindOf(String name) {
        return stores.stream()
                .filter(store -> store.name().equals(name))
                .findFirst()
                .map(store -> store.kind().name())
                .orElse(name.equals(Plan.SERVER_FILES) ? "FILES" : "POSTGRESQL");
    }

    private List<Map<String, Object>> held(LeasedJob job) {
        return laws.of(job.account(), job.person()).stream()
                .map(law -> Map.<String, Object>of(
                        "law", law.law(), "until", law.until().toString(), "conversations", law.conversations()))
                .toList();
    }

    private Map<String, Object> backup(LeasedJob job, Instant fenced) {
        var declared = new LinkedHashMap<String, Object>();
        // The key of somebody who stays is not destroyed: an old backup of one conversation can be read, and is erased
        // again.
        boolean readable = backup == BackupLevel.CRYPTO && !job.isOfPerson();
        declared.put("level", (readable ? BackupLevel.REPLAY : backup).name());
        if (backup == BackupLevel.CRYPTO || backup == BackupLevel.REPLAY) {
            declared.put(
                    "goneBy",
                    fenced.plus(Duration.ofDays(backupDays))
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        }
        if (backup == BackupLevel.CRYPTO) {
            // Holds if no copy of the key store is kept but the latest, which is what the operator declares with the
            // level.
            rotation.endOfBackupsFrom(fenced).ifPresent(end -> declared.put("keysGoneBy", seconds(end)));
        }
        return declared;
    }

    private static String time(@Nullable Object value) {
        return seconds(value == null ? null : Columns.instant(value));
    }
}
