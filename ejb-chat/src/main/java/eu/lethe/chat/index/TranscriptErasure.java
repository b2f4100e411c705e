package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.aggregations.CompositeAggregate;
import org.opensearch.client.opensearch._types.aggregations.CompositeAggregationSource;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchResponse;

/**
 * Takes people and what they said out of the index: deleted until nothing is left and no deletion failed, then counted twice. A
 * failure of OpenSearch, whole or in part, is an {@link IndexUnavailable}, never a zero.
 */
@ApplicationScoped
public class TranscriptErasure {
    private static final String GROUPS = "groups";
    private static final List<String> KEY = List.of("account", "subject", "generation", "conversation");

    private final OpenSearch openSearch;
    private final Deletions deletions;

    /** Who said what is indexed of one conversation. */
    public record Group(AccountId account, UUID subject, int generation, UUID conversation) {}

    /** @param next where to go on, null at the end */
    public record Groups(List<Group> groups, @Nullable Group next) {}

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected TranscriptErasure() {
        openSearch = null;
        deletions = null;
    }

    @Inject
    TranscriptErasure(OpenSearch openSearch) {
        this.openSearch = openSearch;
        this.deletions = new Deletions(openSearch, Weeks.ALL);
    }

    public long count(AccountId account, Collection<UUID> people) {
        return people.isEmpty() ? 0 : deletions.count(Queries.anyOf(account, "subject", people));
    }

    /** @return how many documents were there */
    public long removePeople(AccountId account, Collection<UUID> people) {
        return people.isEmpty() ? 0 : remove(Queries.anyOf(account, "subject", people));
    }

    /** @return how many documents were there */
    public long removeConversations(AccountId account, Collection<UUID> conversations) {
        return conversations.isEmpty() ? 0 : remove(Queries.anyOf(account, "conversation", conversations));
    }

    public long countConversations(AccountId account, Collection<UUID> conversations) {
        return conversations.isEmpty() ? 0 : deletions.count(Queries.anyOf(account, "conversation", conversations));
    }

    /** @return how many documents were there */
    public long removeBefore(AccountId account, Instant time) {
        return remove(Queries.before(account, time));
    }

    public long countBefore(AccountId account, Instant time) {
        return deletions.count(Queries.before(account, time));
    }

    /** Ends the bar on messages that cannot come late any more. */
    public void removeStubs(Instant before) {
        deletions.allOf(Queries.stubsBefore(before));
    }

    /** Whose and which conversations are indexed, a portion at a time; of one account, or of all. */
    public Groups groups(@Nullable AccountId account, @Nullable Group after, int portion) {
        Query query = account == null
                ? Query.of(q -> q.exists(exists -> exists.field("account")))
                : Queries.ofAccount(account);
        SearchResponse<Void> response = openSearch.tell(client -> client.search(
                search -> search.index(Weeks.ALL)
                        .size(0)
                        .query(query)
                        .aggregations(
                                GROUPS,
                                aggregation -> aggregation.composite(composite -> {
                                    composite.size(portion).sources(sources());
                                    return after == null ? composite : composite.after(key(after));
                                })),
                Void.class));
        Deletions.mustBeWhole(response.shards());
        Aggregate aggregation = response.aggregations().get(GROUPS);
        if (aggregation == null) {
            return new Groups(List.of(), null); // there is no week
        }
        CompositeAggregate found = aggregation.composite();
        List<Group> groups = found.buckets().array().stream()
                .map(bucket -> group(bucket.key()))
                .toList();
        return new Groups(groups, groups.size() < portion ? null : groups.get(groups.size() - 1));
    }

    private long remove(Query query) {
        long found = deletions.count(query);
        deletions.allOf(query);
        for (int look = 0; look < 2; look++) {
            if (deletions.count(query) > 0) {
                throw new IndexUnavailable(new IllegalStateException("documents came back while they were removed"));
            }
        }
        return found;
    }

    private static List<Map<String, CompositeAggregationSource>> sources() {
        List<Map<String, CompositeAggregationSource>> sources = new ArrayList<>();
        for (String field : KEY) {
            sources.add(
                    Map.of(field, CompositeAggregationSource.of(source -> source.terms(terms -> terms.field(field)))));
        }
        return sources;
    }

    private static Map<String, FieldValue> key(Group group) {
        Map<String, FieldValue> key = new LinkedHashMap<>();
        key.put("account", FieldValue.of(group.account().toString()));
        key.put("subject", FieldValue.of(group.subject().toString()));
        key.put("generation", FieldValue.of(group.generation()));
        key.put("conversation", FieldValue.of(group.conversation().toString()));
        return key;
    }

    private static Group group(Map<String, FieldValue> values) {
        return new Group(
                new AccountId(id(values, "account")),
                id(values, "subject"),
                Math.toIntExact(value(values, "generation").longValue()),
                id(values, "conversation"));
    }

    private static FieldValue value(Map<String, FieldValue> values, String field) {
        return Objects.requireNonNull(values.get(field));
    }

    private static UUID id(Map<String, FieldValue> values, String field) {
        return UUID.fromString(value(values, field).stringValue());
    }
}
