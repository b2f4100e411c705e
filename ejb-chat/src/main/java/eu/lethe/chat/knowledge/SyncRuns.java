package eu.lethe.chat.knowledge;

import eu.lethe.chat.extraction.Chunk;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.outbox.Outbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a synchronisation reads and writes, one short transaction each. A run holds its source under a lease and proves it with
 * each write, so one that lost it, or whose source was removed, cannot add anything any more.
 */
@Stateless
@Interceptors(AccountScope.class)
public class SyncRuns {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Outbox outbox;

    /** A run that this node shall do now. */
    public record Claim(AccountId account, UUID source, UUID run) {}

    /** What a run needs to know, its documents' versions by location included. */
    public record Job(
            SourceKind kind,
            String name,
            String location,
            String language,
            int maxPages,
            @Nullable String fileName,
            byte[] content,
            Map<String, Version> known) {}

    public record Version(@Nullable String etag, @Nullable String lastModified) {}

    /** A document as it was just read. */
    public record Reading(
            String location,
            String title,
            String language,
            List<Chunk> chunks,
            long bytes,
            @Nullable String etag,
            @Nullable String lastModified) {}

    /** Takes sources that wait, and those whose run died with its node. */
    @AcrossAccounts(because = "the timer works for all accounts")
    public List<Claim> claim(int limit) {
        List<?> rows = em.createNativeQuery(
                        "update chat.source set state = 'SYNCING', problem = null, run_id = gen_random_uuid(),"
                                + " lease_until = now() + interval '60 seconds' where id = any (array (select id from chat.source"
                                + " where state = 'WAITING' or state = 'SYNCING' and lease_until < now()"
                                + " order by added_at limit ?1 for update skip locked)) returning account_id, id, run_id")
                .setParameter(1, limit)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).map(SyncRuns::claim).toList();
    }

    private static Claim claim(Object[] row) {
        return new Claim(new AccountId((UUID) row[0]), (UUID) row[1], (UUID) row[2]);
    }

    /** @return false if the run has lost its source */
    public boolean renew(AccountId account, UUID source, UUID run) {
        int renewed = em.createNativeQuery("update chat.source set lease_until = now() + interval '60 seconds'"
                        + " where account_id = ?1 and id = ?2 and run_id = ?3 and lease_until is not null")
                .setParameter(1, account.value())
                .setParameter(2, source)
                .setParameter(3, run)
                .executeUpdate();
        return renewed == 1;
    }

    public Job job(AccountId account, UUID source, UUID run) {
        Source held = held(account, source, run);
        var known = new HashMap<String, Version>();
        for (Document document : em.createNamedQuery("Document.ofSource", Document.class)
                .setParameter("account", account.value())
                .setParameter("source", source)
                .getResultList()) {
            // What was cut in an older way must be fetched whole, so its version is not mentioned.
            boolean current = document.hash().startsWith(Fingerprints.VERSION);
            known.put(
                    document.location(),
                    current ? new Version(document.etag(), document.lastModified()) : new Version(null, null));
        }
        SourceMaterial material = em.createNamedQuery("SourceMaterial.ofSource", SourceMaterial.class)
                .setParameter("account", account.value())
                .setParameter("source", source)
                .getResultStream()
                .findFirst()
                .orElse(null);
        return new Job(
                held.kind(),
                held.name(),
                held.location(),
                held.language(),
                held.maxPages(),
                material == null ? null : material.fileName(),
                material == null ? new byte[0] : material.content(),
                known);
    }

    /** Keeps a document and its passages; what is unchanged stays, what says the same as another page is left out. */
    public void store(AccountId account, UUID source, UUID run, Reading reading) {
        Source held = held(account, source, run);
        String hash = Fingerprints.of(reading.title(), reading.language(), reading.chunks());
        if (sameContent(account, source, run, hash, reading.location()) > 0) {
            return;
        }
        Document document = documentAt(held, account, reading.location());
        document.seen(run);
        document.servedAs(reading.bytes(), reading.etag(), reading.lastModified());
        if (!document.holds(hash)) {
            document.changedTo(reading.title(), reading.language(), hash, clock.instant());
            replacePassages(account, document, reading.chunks());
        }
    }

    private long sameContent(AccountId account, UUID source, UUID run, String hash, String location) {
        return em.createNamedQuery("Document.sameContent", Long.class)
                .setParameter("account", account.value())
                .setParameter("source", source)
                .setParameter("run", run)
                .setParameter("hash", hash)
                .setParameter("location", location)
                .getSingleResult();
    }

    private Document documentAt(Source source, AccountId account, String location) {
        return find(account, source.id(), location).orElseGet(() -> {
            var created = Document.at(source, account.value(), location, clock.instant());
            em.persist(created);
            return created;
        });
    }

    private java.util.Optional<Document> find(AccountId account, UUID source, String location) {
        return em.createNamedQuery("Document.byLocation", Document.class)
                .setParameter("account", account.value())
                .setParameter("source", source)
                .setParameter("location", location)
                .getResultStream()
                .findFirst();
    }

    private void replacePassages(AccountId account, Document document, List<Chunk> chunks) {
        var old = new HashMap<UUID, StoredPassage>();
        for (StoredPassage passage : passages(account, document)) {
            old.put(passage.id(), passage);
        }
        var occurrences = new HashMap<Chunk, Integer>();
        int ordinal = 0;
        for (Chunk chunk : chunks) {
            UUID id = Fingerprints.passage(document.id(), chunk, occurrences.merge(chunk, 1, Integer::sum));
            StoredPassage kept = old.remove(id);
            if (kept == null) {
                em.persist(
                        StoredPassage.of(id, account.value(), document.id(), ordinal, chunk.heading(), chunk.text()));
            } else {
                kept.movedTo(ordinal);
            }
            ordinal++;
        }
        old.values().forEach(em::remove);
    }

    private List<StoredPassage> passages(AccountId account, Document document) {
        return em.createNamedQuery("StoredPassage.ofDocument", StoredPassage.class)
                .setParameter("account", account.value())
                .setParameter("document", document.id())
                .getResultList();
    }

    public void unchanged(AccountId account, UUID source, UUID run, String location) {
        held(account, source, run);
        find(account, source, location).ifPresent(document -> document.seen(run));
    }

    /** The page did not answer: what was read from it before stays, and a new one shows why it is not there. */
    public void unreachable(AccountId account, UUID source, UUID run, String location, String code) {
        Source held = held(account, source, run);
        Document document = documentAt(held, account, location);
        document.seen(run);
        if (document.hash().isEmpty()) {
            document.refused(code, clock.instant());
        }
    }

    /** The page or file is there but cannot be read: what was read from it before is not what it says now. */
    public void refused(AccountId account, UUID source, UUID run, String location, long bytes, String code) {
        Source held = held(account, source, run);
        Document document = documentAt(held, account, location);
        if (document.wasIndexed()) {
            outbox.put(account, IndexRemovals.DOCUMENT, document.id());
        }
        document.seen(run);
        document.servedAs(bytes, null, null);
        document.refused(code, clock.instant());
        passages(account, document).forEach(em::remove);
    }

    /** All is fetched: what this run did not see is not published any more. */
    public void finish(AccountId account, UUID source, UUID run) {
        Source held = held(account, source, run);
        for (Document vanished : em.createNamedQuery("Document.unseen", Document.class)
                .setParameter("account", account.value())
                .setParameter("source", source)
                .setParameter("run", run)
                .getResultList()) {
            outbox.put(account, IndexRemovals.DOCUMENT, vanished.id());
            em.remove(vanished);
        }
        long pending = em.createNamedQuery("Document.pending", Long.class)
                .setParameter("account", account.value())
                .setParameter("source", source)
                .getSingleResult();
        held.fetched(pending == 0, clock.instant());
    }

    public void fail(AccountId account, UUID source, UUID run, String code) {
        held(account, source, run).failed(code, clock.instant());
    }

    private Source held(AccountId account, UUID source, UUID run) {
        Source found = em.createNamedQuery("Source.byId", Source.class)
                .setParameter("account", account.value())
                .setParameter("id", source)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(RunOver::new);
        found.mustBeHeldBy(run);
        return found;
    }
}
