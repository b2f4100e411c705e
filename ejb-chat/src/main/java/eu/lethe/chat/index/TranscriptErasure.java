package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * Takes people and what they said out of the index: deleted until nothing is left and no deletion failed, then counted twice. A
 * failure of OpenSearch, whole or in part, is an {@link IndexUnavailable}, never a zero.
 */
@ApplicationScoped
public class TranscriptErasure {
    private static final List<String> GROUP = List.of("account", "subject", "generation", "conversation");

    private final Deletions deletions;
    private final Buckets buckets;

    /** Who said what is indexed of one conversation. */
    public record Group(AccountId account, UUID subject, int generation, UUID conversation) {}

    /** @param next where to go on, null at the end */
    public record Groups(List<Group> groups, @Nullable Group next) {}

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected TranscriptErasure() {
        deletions = null;
        buckets = null;
    }

    @Inject
    TranscriptErasure(OpenSearch openSearch) {
        this.deletions = new Deletions(openSearch, Weeks.ALL);
        this.buckets = new Buckets(openSearch, Weeks.ALL, GROUP);
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
        List<Group> groups = buckets.page(query, after == null ? null : key(after), portion).stream()
                .map(TranscriptErasure::group)
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

    private static List<FieldValue> key(Group group) {
        return List.of(
                Buckets.of(group.account().value()),
                Buckets.of(group.subject()),
                FieldValue.of(group.generation()),
                Buckets.of(group.conversation()));
    }

    private static Group group(Map<String, FieldValue> bucket) {
        return new Group(
                new AccountId(Buckets.id(bucket, "account")),
                Buckets.id(bucket, "subject"),
                Math.toIntExact(Buckets.value(bucket, "generation").longValue()),
                Buckets.id(bucket, "conversation"));
    }
}
