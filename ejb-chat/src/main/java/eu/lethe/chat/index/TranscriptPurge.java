package eu.lethe.chat.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.indices.IndicesStatsResponse;
import org.opensearch.client.opensearch.indices.stats.IndexShardStats;

/**
 * Gets what was deleted off the disk. OpenSearch only marks a document as deleted; the text goes when its segment is merged, and a
 * merge keeps it as long as a retention lease might hand it to another copy of the shard. Weeks that are empty are dropped.
 */
@ApplicationScoped
public class TranscriptPurge {
    private static final System.Logger LOG = System.getLogger(TranscriptPurge.class.getName());

    private final OpenSearch openSearch;
    private final Weeks weeks;
    private final Clock clock;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected TranscriptPurge() {
        openSearch = null;
        weeks = null;
        clock = null;
    }

    @Inject
    TranscriptPurge(OpenSearch openSearch, Weeks weeks, Clock clock) {
        this.openSearch = openSearch;
        this.weeks = weeks;
        this.clock = clock;
    }

    /** One attempt. @return whether nothing deleted is left in any copy; if not, the leases have not moved on yet */
    public boolean purge() {
        return openSearch.tell(client -> {
            dropEmptyWeeks(client);
            if (Weeks.existing(client).isEmpty()) {
                return true;
            }
            flush(client);
            IndicesStatsResponse before = stats(client);
            if (isClean(before)) {
                return true;
            }
            if (!haveLeasesMovedOn(before)) {
                return false;
            }
            Deletions.mustBeWhole(client.indices()
                    .forcemerge(merge -> merge.index(Weeks.ALL).onlyExpungeDeletes(true))
                    .shards());
            flush(client);
            return isClean(stats(client));
        });
    }

    /** Takes every week with everything in it away at once, to be filled again from PostgreSQL. */
    public void dropAll() {
        openSearch.tell(client -> {
            drop(client, Weeks.existing(client));
            return true;
        });
    }

    private void dropEmptyWeeks(OpenSearchClient client) throws IOException {
        Instant now = clock.instant();
        for (String index : Weeks.existing(client)) {
            if (!Weeks.isOf(index, now) && isEmpty(client, index)) {
                drop(client, Set.of(index));
            }
        }
    }

    private static boolean isEmpty(OpenSearchClient client, String index) throws IOException {
        Deletions.mustBeWhole(client.indices().refresh(r -> r.index(index)).shards());
        var count = client.count(c -> c.index(index));
        Deletions.mustBeWhole(count.shards());
        return count.count() == 0;
    }

    private void drop(OpenSearchClient client, Set<String> indices) throws IOException {
        weeks.forget();
        for (String index : indices) {
            client.indices().delete(delete -> delete.index(index).ignoreUnavailable(true));
            LOG.log(Level.INFO, "Index {0} is dropped", index);
        }
    }

    // The log of the shard holds the texts as they came until it is flushed; a refresh closes the files of old
    // segments.
    private static void flush(OpenSearchClient client) throws IOException {
        Deletions.mustBeWhole(client.indices()
                .flush(flush -> flush.index(Weeks.ALL).force(true).waitIfOngoing(true))
                .shards());
        Deletions.mustBeWhole(
                client.indices().refresh(refresh -> refresh.index(Weeks.ALL)).shards());
    }

    private static IndicesStatsResponse stats(OpenSearchClient client) throws IOException {
        return client.indices()
                .stats(stats -> stats.index(Weeks.ALL).level(org.opensearch.client.opensearch._types.Level.Shards));
    }

    /** No copy holds a deleted document, and every copy has answered: one that is away may still hold them. */
    private static boolean isClean(IndicesStatsResponse stats) {
        return stats.shards().successful() == stats.shards().total()
                && shards(stats).stream().allMatch(TranscriptPurge::isClean);
    }

    private static boolean isClean(IndexShardStats shard) {
        Long deleted = shard.docs().deleted();
        return deleted != null && deleted == 0;
    }

    private static boolean haveLeasesMovedOn(IndicesStatsResponse stats) {
        return shards(stats).stream()
                .filter(shard -> !isClean(shard))
                .allMatch(shard -> shard.retentionLeases().leases().stream()
                        .allMatch(
                                lease -> lease.retainingSeqNo() > shard.seqNo().maxSeqNo()));
    }

    private static List<IndexShardStats> shards(IndicesStatsResponse stats) {
        return stats.indices().values().stream()
                .flatMap(index -> index.shards().values().stream())
                .flatMap(List::stream)
                .toList();
    }
}
