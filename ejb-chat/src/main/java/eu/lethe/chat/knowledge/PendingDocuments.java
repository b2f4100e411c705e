package eu.lethe.chat.knowledge;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Documents that are stored but not searchable yet, handed out under a lease and taken back as searchable or for later. */
@Stateless
@Interceptors(AccountScope.class)
public class PendingDocuments {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Outbox outbox;

    public record Claim(AccountId account, UUID document, UUID owner) {}

    /** A document as the index needs it. */
    public record Content(
            UUID document,
            UUID source,
            UUID site,
            String location,
            String title,
            String language,
            String hash,
            boolean wasIndexed,
            List<Piece> pieces) {}

    public record Piece(UUID id, int ordinal, String heading, String text) {}

    @AcrossAccounts(because = "the indexer works for all accounts")
    public List<Claim> claim(UUID owner, int limit) {
        List<?> rows = em.createNativeQuery(
                        "update chat.document set lease_owner = ?1, lease_until = now() + interval '60 seconds'"
                                + " where id = any (array (select id from chat.document where state = 'PENDING' and not_before <= now()"
                                + " and (lease_owner is null or lease_until < now())"
                                + " order by not_before, id limit ?2 for update skip locked)) returning account_id, id")
                .setParameter(1, owner)
                .setParameter(2, limit)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Claim(new AccountId((UUID) row[0]), (UUID) row[1], owner))
                .toList();
    }

    /** @return false if another node has the document now, or it is gone */
    public boolean renew(AccountId account, Claim claim) {
        int renewed = em.createNativeQuery("update chat.document set lease_until = now() + interval '60 seconds'"
                        + " where account_id = ?1 and id = ?2 and lease_owner = ?3")
                .setParameter(1, account.value())
                .setParameter(2, claim.document())
                .setParameter(3, claim.owner())
                .executeUpdate();
        return renewed == 1;
    }

    /** From here on passages of the document may be in the index, whatever becomes of whoever asked. */
    public Optional<Content> content(AccountId account, UUID document) {
        return find(account, document, LockModeType.NONE).map(found -> {
            boolean wasIndexed = found.entersIndex();
            List<Piece> pieces = em.createNamedQuery("StoredPassage.ofDocument", StoredPassage.class)
                    .setParameter("account", account.value())
                    .setParameter("document", document)
                    .getResultStream()
                    .map(passage -> new Piece(passage.id(), passage.ordinal(), passage.heading(), passage.text()))
                    .toList();
            return new Content(
                    document,
                    found.source(),
                    found.site(),
                    found.location(),
                    found.title(),
                    found.language(),
                    found.hash(),
                    wasIndexed,
                    pieces);
        });
    }

    /** @return false if the document is gone: then what was just put into the index must leave it again */
    public boolean indexed(AccountId account, Claim claim, String hash, String model) {
        Optional<Document> found = lockedWithSource(account, claim.document());
        found.filter(document -> document.isHeldBy(claim.owner(), hash)).ifPresent(document -> {
            document.indexed(model);
            em.flush();
            source(account, document.source()).ifPresent(source -> source.indexed(pending(account, source.id()) == 0));
        });
        return found.isPresent() && !found.get().isRefused();
    }

    /** The index does not answer. */
    public void postpone(AccountId account, Claim claim, Duration pause) {
        lockedWithSource(account, claim.document())
                .filter(document -> holds(document, claim))
                .ifPresent(document -> {
                    document.postponed(clock.instant().plus(pause));
                    source(account, document.source()).ifPresent(source -> source.waitsForIndex("index-unavailable"));
                });
    }

    /** The document itself cannot be embedded or indexed. */
    public void stumble(AccountId account, Claim claim) {
        lockedWithSource(account, claim.document())
                .filter(document -> holds(document, claim))
                .ifPresent(document -> {
                    document.stumbled(clock.instant());
                    if (document.isRefused()) {
                        outbox.put(account, IndexRemovals.DOCUMENT, document.id());
                    }
                    em.flush();
                    source(account, document.source())
                            .ifPresent(source -> source.indexed(pending(account, source.id()) == 0));
                });
    }

    /** Has everything of an account embedded and put into the index again; what is found stays found meanwhile. */
    public int reindex(AccountId account) {
        return em.createNativeQuery("update chat.document set state = 'PENDING', attempts = 0, lease_owner = null,"
                        + " not_before = now() where account_id = ?1 and state = 'INDEXED'")
                .setParameter(1, account.value())
                .executeUpdate();
    }

    @AcrossAccounts(because = "an operator rebuilds the whole index")
    public int reindexAll() {
        return em.createNativeQuery("update chat.document set state = 'PENDING', attempts = 0, lease_owner = null,"
                        + " not_before = now() where state = 'INDEXED'")
                .executeUpdate();
    }

    /** Vectors of another model mean nothing to this one. */
    @AcrossAccounts(because = "the embedding model is the same for all accounts")
    public int reindexOtherModels(String model) {
        return em.createNativeQuery("update chat.document set state = 'PENDING', attempts = 0, lease_owner = null,"
                        + " not_before = now() where state = 'INDEXED' and model <> ?1")
                .setParameter(1, model)
                .executeUpdate();
    }

    private static boolean holds(Document document, Claim claim) {
        return document.isHeldBy(claim.owner(), document.hash());
    }

    // The source first, as everybody does: two documents that become searchable at once must see each other.
    private Optional<Document> lockedWithSource(AccountId account, UUID document) {
        return find(account, document, LockModeType.NONE).flatMap(found -> {
            source(account, found.source());
            em.detach(found);
            return find(account, document, LockModeType.PESSIMISTIC_WRITE);
        });
    }

    private Optional<Document> find(AccountId account, UUID document, LockModeType lock) {
        return em.createNamedQuery("Document.byId", Document.class)
                .setParameter("account", account.value())
                .setParameter("id", document)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private Optional<Source> source(AccountId account, UUID source) {
        return em.createNamedQuery("Source.byId", Source.class)
                .setParameter("account", account.value())
                .setParameter("id", source)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private long pending(AccountId account, UUID source) {
        return em.createNamedQuery("Document.pending", Long.class)
                .setParameter("account", account.value())
                .setParameter("source", source)
                .getSingleResult();
    }
}
