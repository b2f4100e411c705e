package eu.lethe.chat.knowledge;

import eu.lethe.chat.embeddings.Embeddings;
import eu.lethe.chat.index.Index;
import eu.lethe.chat.index.IndexUnavailable;
import eu.lethe.chat.index.IndexedPassage;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Embeds stored documents and puts them into the index, several at a time because each writing to the index costs a refresh.
 * While the index does not answer the documents wait; nothing is lost and nobody has to start anything again.
 */
@ApplicationScoped
class Indexer {

    private static final System.Logger LOG = System.getLogger(Indexer.class.getName());
    private static final int WORKERS = 2;
    private static final int BATCH = 16;
    private static final int PORTION = 200;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    PendingDocuments documents;

    @Inject
    Embeddings embeddings;

    @Inject
    Index index;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService threads;

    // Only the timer touches this; it never runs twice at once.
    private final List<Task> working = new ArrayList<>();
    private volatile Instant restUntil = Instant.EPOCH;

    /** Sees that somebody works while there is something to do. Called often. */
    void wake() {
        working.removeIf(Task::isOver);
        working.forEach(task -> task.ensureStarted(threads));
        while (clock.instant().isAfter(restUntil) && working.size() < WORKERS) {
            List<PendingDocuments.Claim> batch = documents.claim(UUID.randomUUID(), BATCH);
            if (batch.isEmpty()) {
                return;
            }
            working.add(new Task(() -> work(batch)).startedOn(threads));
        }
    }

    private void work(List<PendingDocuments.Claim> first) {
        try {
            List<PendingDocuments.Claim> batch = first;
            while (!batch.isEmpty() && clock.instant().isAfter(restUntil)) {
                index(batch);
                batch = documents.claim(UUID.randomUUID(), BATCH);
            }
            batch.forEach(claim -> documents.postpone(claim.account(), claim, PAUSE));
        } catch (RuntimeException | LinkageError failed) {
            LOG.log(Level.ERROR, "Indexing stopped; what was claimed is taken up again when its lease is over", failed);
        }
    }

    private void index(List<PendingDocuments.Claim> batch) {
        try {
            put(batch);
        } catch (IndexUnavailable down) {
            LOG.log(Level.WARNING, "The index does not answer; {0} documents wait", batch.size());
            restUntil = clock.instant().plus(PAUSE);
            batch.forEach(claim -> documents.postpone(claim.account(), claim, PAUSE));
        } catch (RuntimeException failed) {
            if (batch.size() > 1) {
                // One of them is to blame; alone it will show.
                batch.forEach(claim -> index(List.of(claim)));
            } else {
                PendingDocuments.Claim claim = batch.get(0);
                LOG.log(Level.WARNING, "Document " + claim.document() + " could not be indexed", failed);
                documents.stumble(claim.account(), claim);
            }
        }
    }

    private void put(List<PendingDocuments.Claim> batch) {
        var contents = new ArrayList<PendingDocuments.Content>();
        var claims = new ArrayList<PendingDocuments.Claim>();
        var waiting = new ArrayList<IndexedPassage>();
        for (PendingDocuments.Claim claim : batch) {
            var content = documents.content(claim.account(), claim.document());
            if (content.isEmpty() || !documents.renew(claim.account(), claim)) {
                continue;
            }
            contents.add(content.get());
            claims.add(claim);
            embed(claim, content.get(), waiting);
        }
        index.put(waiting);
        for (int i = 0; i < claims.size(); i++) {
            finish(claims.get(i), contents.get(i));
        }
    }

    // A long document goes to the index in portions, so that its vectors need not all be in memory.
    private void embed(PendingDocuments.Claim claim, PendingDocuments.Content content, List<IndexedPassage> waiting) {
        for (PendingDocuments.Piece piece : content.pieces()) {
            waiting.add(passage(claim, content, piece));
            if (waiting.size() >= PORTION) {
                index.put(List.copyOf(waiting));
                waiting.clear();
                documents.renew(claim.account(), claim);
            }
        }
    }

    private IndexedPassage passage(
            PendingDocuments.Claim claim, PendingDocuments.Content content, PendingDocuments.Piece piece) {
        return new IndexedPassage(
                piece.id(),
                claim.account(),
                content.site(),
                content.source(),
                content.document(),
                piece.ordinal(),
                content.language(),
                content.title(),
                piece.heading(),
                piece.text(),
                content.location(),
                embeddings.embed(piece.heading() + "\n" + piece.text()));
    }

    private void finish(PendingDocuments.Claim claim, PendingDocuments.Content content) {
        if (content.wasIndexed()) {
            Set<UUID> keep = new HashSet<>();
            content.pieces().forEach(piece -> keep.add(piece.id()));
            index.removeDocument(claim.account(), content.document(), keep);
        }
        if (!documents.indexed(claim.account(), claim, content.hash(), embeddings.model())) {
            index.removeDocument(claim.account(), content.document(), Set.of());
        }
    }
}
