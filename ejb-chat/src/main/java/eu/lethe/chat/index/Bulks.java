package eu.lethe.chat.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/** Writes passages in requests a small node can take: OpenSearch refuses bulks of more than a tenth of its heap. */
final class Bulks {
    private static final int LARGEST = 2_000_000;
    private static final int BUSY = 429;
    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 200;

    private final OpenSearch openSearch;

    Bulks(OpenSearch openSearch) {
        this.openSearch = openSearch;
    }

    void write(List<IndexedPassage> passages) {
        List<List<IndexedPassage>> portions = portions(passages, LARGEST);
        for (int i = 0; i < portions.size(); i++) {
            boolean last = i == portions.size() - 1;
            send(portions.get(i), last ? Refresh.True : Refresh.False);
        }
    }

    /** Cuts a list into portions of at most {@code largest} bytes; a passage larger than that goes alone. */
    static List<List<IndexedPassage>> portions(List<IndexedPassage> passages, int largest) {
        List<List<IndexedPassage>> portions = new ArrayList<>();
        List<IndexedPassage> portion = new ArrayList<>();
        int bytes = 0;
        for (IndexedPassage passage : passages) {
            int weight = PassageDocument.weight(passage);
            if (!portion.isEmpty() && bytes + weight > largest) {
                portions.add(portion);
                portion = new ArrayList<>();
                bytes = 0;
            }
            portion.add(passage);
            bytes += weight;
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    private void send(List<IndexedPassage> passages, Refresh refresh) {
        List<IndexedPassage> waiting = passages;
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            List<IndexedPassage> portion = waiting;
            BulkResponse response = openSearch.tell(client -> client.bulk(request(portion, refresh)));
            waiting = refused(portion, response);
            if (waiting.isEmpty()) {
                return;
            }
            if (attempt == ATTEMPTS) {
                throw new IndexUnavailable(new IllegalStateException("too busy for " + waiting.size() + " passages"));
            }
            OpenSearch.rest(pause);
            pause *= 2;
        }
    }

    private static BulkRequest request(List<IndexedPassage> passages, Refresh refresh) {
        // An index deleted behind our back must not come back without its mapping.
        BulkRequest.Builder bulk = new BulkRequest.Builder()
                .index(PassagesIndex.ALIAS)
                .requireAlias(true)
                .refresh(refresh);
        for (IndexedPassage passage : passages) {
            bulk.operations(operation ->
                    operation.index(index -> index.id(passage.id().toString()).document(PassageDocument.of(passage))));
        }
        return bulk.build();
    }

    /** Those the node was too busy for; any other error is final. */
    private static List<IndexedPassage> refused(List<IndexedPassage> passages, BulkResponse response) {
        if (!response.errors()) {
            return List.of();
        }
        Map<String, IndexedPassage> byId =
                passages.stream().collect(Collectors.toMap(p -> p.id().toString(), Function.identity(), (a, b) -> b));
        List<IndexedPassage> refused = new ArrayList<>();
        for (BulkResponseItem item : response.items()) {
            IndexedPassage passage = byId.get(item.id());
            if (item.status() == BUSY && passage != null) {
                refused.add(passage);
            } else if (item.error() != null) {
                throw new IndexUnavailable(new IllegalStateException("passage " + item.id() + ": "
                        + item.error().type() + ", " + item.error().reason()));
            }
        }
        return refused;
    }
}
