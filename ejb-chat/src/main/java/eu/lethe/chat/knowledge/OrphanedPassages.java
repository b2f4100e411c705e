package eu.lethe.chat.knowledge;

import eu.lethe.chat.index.Index;
import eu.lethe.chat.index.Index.IndexedDocument;
import eu.lethe.chat.index.IndexUnavailable;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes passages of documents that are not there any more out of the index, every hour: a node that died while it was indexing a
 * document that somebody removed leaves some behind.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class OrphanedPassages {

    private static final System.Logger LOG = System.getLogger(OrphanedPassages.class.getName());
    private static final int PORTION = 1000;

    @Inject
    Index index;

    @Inject
    KnownDocuments documents;

    @Schedule(hour = "*", minute = "41", persistent = false, info = "orphaned passages")
    public void sweep() {
        try {
            int orphans = removeAll();
            if (orphans > 0) {
                LOG.log(Level.INFO, "Passages of {0} documents that are gone were removed", orphans);
            }
        } catch (IndexUnavailable away) {
            LOG.log(Level.WARNING, "The index does not answer; orphaned passages are looked for an hour later");
        } catch (RuntimeException failed) {
            // A timer that throws is given up by the server.
            LOG.log(Level.WARNING, "Orphaned passages could not be looked for", failed);
        }
    }

    private int removeAll() {
        int orphans = 0;
        @Nullable IndexedDocument after = null;
        List<IndexedDocument> page;
        do {
            page = index.documents(after, PORTION);
            Map<AccountId, List<IndexedDocument>> byAccount =
                    page.stream().collect(Collectors.groupingBy(IndexedDocument::account));
            for (Map.Entry<AccountId, List<IndexedDocument>> theirs : byAccount.entrySet()) {
                orphans += remove(theirs.getKey(), theirs.getValue());
            }
            after = page.isEmpty() ? null : page.get(page.size() - 1);
        } while (page.size() == PORTION);
        return orphans;
    }

    private int remove(AccountId account, List<IndexedDocument> indexed) {
        List<UUID> ids = indexed.stream().map(IndexedDocument::document).toList();
        Set<UUID> known = documents.among(account, ids);
        List<UUID> orphans = ids.stream().filter(id -> !known.contains(id)).toList();
        orphans.forEach(document -> index.removeDocument(account, document, Set.of()));
        return orphans.size();
    }
}
