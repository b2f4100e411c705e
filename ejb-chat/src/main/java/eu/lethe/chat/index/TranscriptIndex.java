package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch._types.VersionType;
import org.opensearch.client.opensearch._types.query_dsl.Operator;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.BulkResponse;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import org.opensearch.client.opensearch.core.bulk.IndexOperation;

/** What visitors and the assistant said, by its words. Nothing is in it that PostgreSQL does not have. */
@ApplicationScoped
public class TranscriptIndex {
    private static final Set<Integer> DONE = Set.of(200, 201);
    private static final int STALE = 409;
    private static final int NOT_FOUND = 404;

    private final OpenSearch openSearch;
    private final Weeks weeks;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected TranscriptIndex() {
        openSearch = null;
        weeks = null;
    }

    @Inject
    TranscriptIndex(OpenSearch openSearch, Weeks weeks) {
        this.openSearch = openSearch;
        this.weeks = weeks;
    }

    /**
     * Writes the changes in one request, which is never repeated here: what timed out may still arrive.
     *
     * @return the messages whose change is done, or was overtaken by a later one; the others were refused
     * @throws IndexUnavailable if it is not known what became of them
     */
    public Set<UUID> write(List<? extends TranscriptChange> changes) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        Map<UUID, String> aliases = new HashMap<>();
        changes.forEach(change -> aliases.put(change.message(), weeks.ensure(change.at())));
        BulkRequest request = BulkRequest.of(bulk -> bulk.operations(changes.stream()
                .map(change -> operation(change, Objects.requireNonNull(aliases.get(change.message()))))
                .toList()));
        BulkResponse response = openSearch.once(client -> client.bulk(request));
        Set<UUID> done = new HashSet<>();
        for (BulkResponseItem item : response.items()) {
            if (isDone(item)) {
                done.add(UUID.fromString(Objects.requireNonNull(item.id())));
            }
        }
        if (done.size() < changes.size()) {
            // Perhaps an index is gone: the next attempt looks first.
            weeks.forget();
        }
        return done;
    }

    /** As {@link #write}, and all of it. @throws IndexUnavailable if one of them was refused */
    public void mustWrite(List<? extends TranscriptChange> changes) {
        int done = write(changes).size();
        if (done < changes.size()) {
            throw new IndexUnavailable(new IllegalStateException((changes.size() - done) + " documents were refused"));
        }
    }

    /** Conversations in which these words were said, the latest first: all words in one message, "a phrase" or a begin*. */
    public List<UUID> conversations(AccountId account, String words, int limit) {
        Query query = Query.of(q -> q.bool(bool -> bool.filter(Queries.ofAccount(account))
                .must(must -> must.simpleQueryString(text -> text.query(words)
                        .fields("text.*", "folded")
                        .lenient(true)
                        .defaultOperator(Operator.And)))));
        SearchResponse<Void> response = openSearch.ask(client -> client.search(
                search -> search.index(Weeks.ALL)
                        .query(query)
                        .collapse(collapse -> collapse.field("conversation"))
                        .sort(sort -> sort.field(field -> field.field("at").order(SortOrder.Desc)))
                        .source(source -> source.fetch(false))
                        .size(limit),
                Void.class));
        Deletions.mustBeWhole(response.shards());
        return response.hits().hits().stream()
                .map(hit -> Objects.requireNonNull(hit.fields().get("conversation")))
                .map(field -> UUID.fromString(field.to(String[].class)[0]))
                .toList();
    }

    /** Documents of the account that hold one of the words, whoever they are about: what was said, and published knowledge. */
    public long mentions(AccountId account, Set<String> words) {
        if (words.isEmpty()) {
            return 0;
        }
        Query query = Queries.mentioning(account, words);
        return Stream.of(Weeks.ALL, PassagesIndex.ALIAS)
                .mapToLong(indices -> new Deletions(openSearch, indices).count(query))
                .sum();
    }

    private static boolean isDone(BulkResponseItem item) {
        return DONE.contains(item.status())
                || item.status() == STALE
                || (item.status() == NOT_FOUND && item.error() == null);
    }

    private static BulkOperation operation(TranscriptChange change, String alias) {
        String id = change.message().toString();
        if (change instanceof TranscriptChange.Removed) {
            return BulkOperation.of(o -> o.delete(delete ->
                    delete.index(alias).id(id).version(change.version()).versionType(VersionType.ExternalGte)));
        }
        MessageDocument document = change instanceof TranscriptChange.Said said
                ? MessageDocument.of(said)
                : MessageDocument.of((TranscriptChange.Barred) change);
        return BulkOperation.of(o -> o.index((IndexOperation.Builder<MessageDocument> index) -> index.index(alias)
                .requireAlias(true)
                .id(id)
                .version(change.version())
                .versionType(VersionType.ExternalGte)
                .document(document)));
    }
}
