package eu.lethe.chat.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.ShardStatistics;
import org.opensearch.client.opensearch.indices.IndicesStatsResponse;
import org.opensearch.client.opensearch.indices.SegmentsResponse;

/**
 * Gets what was deleted off the disk. OpenSearch only marks a document as deleted; the text goes when its segment is merged, and a
 * merge keeps it as long as a retention lease might hand it to another copy of the shard. Weeks that are empty are dropped.
 */
@ApplicationScoped
public class TranscriptPurge {
    private static final System.Logger LOG = System.getLogger(TranscriptPurge.class.getName());
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final OpenSearch openSearch;
    private final Weeks weeks;
    private final Clock clock;
    private final Map<UUID, Residue> residues = new ConcurrentHashMap<>();

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

    /**
     * One step towards it, for an erasure that has deleted everything; called until it is done.
     *
     * @param erasure the same for each step: what others delete meanwhile is not waited for
     * @return whether nothing that was deleted before the first step is left in any copy
     */
    public boolean purge(UUID erasure) {
        return openSearch.tell(client -> {
            Residue residue = residues.get(erasure);
            if (residue != null && residue.mayGo(stats(client))) {
                Deletions.mustBeWhole(client.indices()
                        .forcemerge(merge -> merge.index(Weeks.ALL).onlyExpungeDeletes(true))
                        .shards());
                flush(client);
                if (residue.isGone(segments(client))) {
                    residues.remove(erasure);
                    return true;
                }
            }
            return (residue == null || !residue.isOf(stats(client))) && leavesNothing(client, erasure);
        });
    }

    /** Takes every week with everything in it away at once, to be filled again from PostgreSQL. */
    public void dropAll() {
        openSearch.tell(client -> {
            drop(client, Weeks.existing(client));
            return true;
        });
    }

    /** Looks what there is to wait for; often that is nothing. */
    private boolean leavesNothing(OpenSearchClient client, UUID erasure) throws IOException {
        dropEmptyWeeks(client);
        if (!Weeks.existing(client).isEmpty()) {
            flush(client);
            Residue left = Residue.of(stats(client), segments(client), clock.instant());
            if (!left.isNothing()) {
                residues.put(erasure, left);
                residues.values()
                        .removeIf(old -> old.since().isBefore(clock.instant().minus(FORGOTTEN)));
                return false;
            }
        }
        residues.remove(erasure);
        return true;
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
        IndicesStatsResponse stats = client.indices()
                .stats(s -> s.index(Weeks.ALL).level(org.opensearch.client.opensearch._types.Level.Shards));
        mustBeComplete(stats.shards());
        return stats;
    }

    private static SegmentsResponse segments(OpenSearchClient client) throws IOException {
        SegmentsResponse segments = client.indices().segments(s -> s.index(Weeks.ALL));
        mustBeComplete(segments.shards());
        return segments;
    }

    // A copy that is away may still hold what was deleted.
    private static void mustBeComplete(ShardStatistics shards) {
        Deletions.mustBeWhole(shards);
        if (shards.successful() < shards.total()) {
            throw new IndexUnavailable(new IllegalStateException("a copy of a shard is away"));
        }
    }
}
