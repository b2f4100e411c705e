package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.ErrorCause;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.MsearchResponse;
import org.opensearch.client.opensearch.core.msearch.MultiSearchResponseItem;
import org.opensearch.client.opensearch.core.msearch.RequestItem;
import org.opensearch.client.opensearch.core.search.Hit;

/** The passages in OpenSearch. Every call has a timeout; {@link IndexUnavailable} says that OpenSearch did not answer. */
@ApplicationScoped
public class Index {
    private static final System.Logger LOG = System.getLogger(Index.class.getName());
    private static final String NO_INDEX = "index_not_found_exception";

    /** A document that has passages in the index. */
    public record IndexedDocument(AccountId account, UUID document) {}

    private final OpenSearch openSearch;
    private final PassagesIndex passagesIndex;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected Index() {
        openSearch = null;
        passagesIndex = null;
    }

    @Inject
    Index(OpenSearch openSearch, PassagesIndex passagesIndex) {
        this.openSearch = openSearch;
        this.passagesIndex = passagesIndex;
    }

    /** Adds or replaces passages, in bulks that the node can take; all are searchable when this returns. */
    public void put(List<IndexedPassage> passages) {
        if (passages.isEmpty()) {
            return;
        }
        passagesIndex.ensure();
        try {
            new Bulks(openSearch).write(passages);
        } catch (IndexUnavailable e) {
            // Whatever it was, the index may be gone: the next attempt looks first.
            passagesIndex.forget();
            throw e;
        }
    }

    /** Both halves of a hybrid search in one request; one half is enough for an answer. */
    public Matches find(Search search) {
        MsearchResponse<PassageDocument> response = openSearch.ask(client -> client.msearch(
                request -> request.index(PassagesIndex.ALIAS)
                        .searches(List.of(
                                item(Queries.nearest(search), search.limit()),
                                item(Queries.worded(search), search.limit()))),
                PassageDocument.class));
        MultiSearchResponseItem<PassageDocument> dense = response.responses().get(0);
        MultiSearchResponseItem<PassageDocument> lexical = response.responses().get(1);
        if (dense.isFailure() && lexical.isFailure()) {
            return nothing(lexical.failure().error());
        }
        boolean denseFailed = hasFailed(dense);
        boolean lexicalFailed = hasFailed(lexical);
        // Lucene maps a cosine c to (1 + c) / 2.
        return new Matches(matches(dense, 2, -1), matches(lexical, 1, 0), denseFailed || lexicalFailed);
    }

    /** Removes all passages of a document except those in {@code keep}; gone from search when this returns. */
    public void removeDocument(AccountId account, UUID document, Set<UUID> keep) {
        remove(Queries.all(account.value(), "document", document, keep));
    }

    public void removeSource(AccountId account, UUID source) {
        remove(Queries.all(account.value(), "source", source, Set.of()));
    }

    public void removeSite(AccountId account, UUID site) {
        remove(Queries.all(account.value(), "site", site, Set.of()));
    }

    /** Which documents have passages here, a portion at a time, ordered; of every account. */
    public List<IndexedDocument> documents(@Nullable IndexedDocument after, int portion) {
        List<FieldValue> start =
                after == null ? null : List.of(Buckets.of(after.account().value()), Buckets.of(after.document()));
        return new Buckets(openSearch, PassagesIndex.ALIAS, List.of("account", "document"))
                .page(Query.of(q -> q.matchAll(all -> all)), start, portion).stream()
                        .map(bucket -> new IndexedDocument(
                                new AccountId(Buckets.id(bucket, "account")), Buckets.id(bucket, "document")))
                        .toList();
    }

    private void remove(Query query) {
        new Deletions(openSearch, PassagesIndex.ALIAS).allOf(query);
    }

    private static RequestItem item(Query query, int limit) {
        return RequestItem.of(item -> item.header(header -> header)
                .body(body -> body.query(query).size(limit).trackTotalHits(track -> track.enabled(false))));
    }

    private static Matches nothing(ErrorCause error) {
        if (NO_INDEX.equals(error.type())) {
            return new Matches(List.of(), List.of(), false);
        }
        throw new IndexUnavailable(new IllegalStateException(error.type() + ": " + error.reason()));
    }

    private static boolean hasFailed(MultiSearchResponseItem<PassageDocument> item) {
        if (item.isFailure()) {
            LOG.log(
                    Level.WARNING,
                    "One half of a search failed: {0}",
                    item.failure().error().reason());
        }
        return item.isFailure();
    }

    private static List<Match> matches(MultiSearchResponseItem<PassageDocument> item, double factor, double offset) {
        if (item.isFailure()) {
            return List.of();
        }
        return item.result().hits().hits().stream()
                .map(hit -> match(hit, factor, offset))
                .toList();
    }

    private static Match match(Hit<PassageDocument> hit, double factor, double offset) {
        PassageDocument document = hit.source();
        String id = hit.id();
        Number score = hit.score();
        if (document == null || id == null || score == null) {
            throw new IndexUnavailable(new IllegalStateException("a hit without id, score or source"));
        }
        return document.match(UUID.fromString(id), score.doubleValue() * factor + offset);
    }
}
