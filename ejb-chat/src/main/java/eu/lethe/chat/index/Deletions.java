package eu.lethe.chat.index;

import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.Conflicts;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch._types.ShardStatistics;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.CountResponse;
import org.opensearch.client.opensearch.core.DeleteByQueryResponse;

/** Deletes until there is nothing left to delete: OpenSearch says 200 to a deletion that did half of it. */
final class Deletions {
    private static final int ROUNDS = 8;
    private static final long PAUSE_MILLIS = 100;

    private final OpenSearch openSearch;
    private final String indices;

    Deletions(OpenSearch openSearch, String indices) {
        this.openSearch = openSearch;
        this.indices = indices;
    }

    /** @throws IndexUnavailable if documents keep failing, or keep changing while they are removed */
    void allOf(Query query) {
        for (int round = 1; round <= ROUNDS; round++) {
            refresh();
            DeleteByQueryResponse response = openSearch.tell(client -> client.deleteByQuery(d -> d.index(indices)
                    .ignoreUnavailable(true)
                    .query(query)
                    .conflicts(Conflicts.Proceed)
                    .refresh(Refresh.True)));
            if (isDone(response)) {
                return;
            }
            OpenSearch.rest(PAUSE_MILLIS * round);
        }
        throw new IndexUnavailable(new IllegalStateException("documents fail or change while they are removed"));
    }

    /** How many there are, those written a moment ago included. @throws IndexUnavailable unless every shard has counted */
    long count(Query query) {
        refresh();
        CountResponse response = openSearch.tell(client ->
                client.count(c -> c.index(indices).ignoreUnavailable(true).query(query)));
        mustBeWhole(response.shards());
        return response.count();
    }

    // What was written but not refreshed is seen neither by a deletion nor by a count.
    private void refresh() {
        mustBeWhole(openSearch.tell(client -> client.indices()
                .refresh(r -> r.index(indices).ignoreUnavailable(true))
                .shards()));
    }

    static void mustBeWhole(ShardStatistics shards) {
        if (shards.failed() > 0) {
            throw new IndexUnavailable(new IllegalStateException(shards.failed() + " shards failed"));
        }
    }

    private static boolean isDone(DeleteByQueryResponse response) {
        return response.failures().isEmpty()
                && none(response.versionConflicts())
                && !Boolean.TRUE.equals(response.timedOut());
    }

    private static boolean none(@Nullable Long number) {
        return number == null || number == 0;
    }
}
