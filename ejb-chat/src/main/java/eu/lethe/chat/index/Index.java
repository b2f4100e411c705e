package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The passages in OpenSearch. Every call has a timeout; {@link IndexUnavailable} says that OpenSearch did not answer. */
@ApplicationScoped
public class Index {

    /** Adds or replaces passages, in bulks that the node can take; all are searchable when this returns. */
    public void put(List<IndexedPassage> passages) {
        throw new IllegalStateException("owner builds this");
    }

    /** Removes all passages of a document except those in {@code keep}; gone from search when this returns. */
    public void removeDocument(AccountId account, UUID document, Set<UUID> keep) {
        throw new IllegalStateException("owner builds this");
    }

    public void removeSource(AccountId account, UUID source) {
        throw new IllegalStateException("owner builds this");
    }

    public void removeSite(AccountId account, UUID site) {
        throw new IllegalStateException("owner builds this");
    }
}
