package eu.lethe.chat.index;

import eu.lethe.compliance.kernel.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch._types.query_dsl.TextQueryType;

/** What we ask OpenSearch. Every query names the account first. */
final class Queries {
    private static final float FOLDED = 0.3f;

    private Queries() {}

    static Query nearest(Search search) {
        List<Float> vector = new ArrayList<>(search.vector().length);
        for (float value : search.vector()) {
            vector.add(value);
        }
        return Query.of(q -> q.knn(
                knn -> knn.field("vector").vector(vector).k(search.limit()).filter(of(search))));
    }

    /** Words as the language's analyzer reduces them, and as they stand, for names and for texts in other languages. */
    static Query worded(Search search) {
        String field = Analyzed.field(search.language());
        return Query.of(q -> q.bool(bool -> bool.filter(of(search))
                .minimumShouldMatch("1")
                .should(should -> should.multiMatch(match -> match.query(search.text())
                        .fields("text." + field, "heading." + field + "^1.5", "title." + field + "^1.5")
                        .type(TextQueryType.MostFields)))
                .should(should -> should.match(match -> match.field("folded")
                        .query(FieldValue.of(search.text()))
                        .boost(FOLDED)))));
    }

    /** All of one thing (a document, a source, a site) of an account, but for some passages. */
    static Query all(UUID account, String field, UUID value, Set<UUID> but) {
        return Query.of(q -> q.bool(bool -> {
            bool.filter(term("account", account), term(field, value));
            if (!but.isEmpty()) {
                bool.mustNot(not -> not.ids(
                        ids -> ids.values(but.stream().map(UUID::toString).toList())));
            }
            return bool;
        }));
    }

    static Query ofAccount(AccountId account) {
        return term("account", account.value());
    }

    static Query anyOf(AccountId account, String field, Collection<UUID> values) {
        List<FieldValue> wanted =
                values.stream().map(value -> FieldValue.of(value.toString())).toList();
        return Query.of(q -> q.bool(bool -> bool.filter(
                ofAccount(account),
                Query.of(any -> any.terms(terms -> terms.field(field).terms(list -> list.value(wanted)))))));
    }

    static Query before(AccountId account, Instant time) {
        return Query.of(q -> q.bool(bool -> bool.filter(ofAccount(account), earlier("at", time))));
    }

    /** Stubs that bar the place of a message that cannot come late any more. */
    static Query stubsBefore(Instant time) {
        return earlier("stub_since", time);
    }

    static Query mentioning(AccountId account, Set<String> words) {
        return Query.of(q -> q.bool(bool -> bool.filter(ofAccount(account))
                .minimumShouldMatch("1")
                .should(words.stream()
                        .map(word -> Query.of(should -> should.matchPhrase(
                                match -> match.field("folded").query(word))))
                        .toList())));
    }

    private static Query earlier(String field, Instant time) {
        return Query.of(q -> q.range(range -> range.field(field).lt(JsonData.of(time.toString()))));
    }

    private static Query of(Search search) {
        return Query.of(q ->
                q.bool(b -> b.filter(term("account", search.account().value()), term("site", search.site()))));
    }

    private static Query term(String field, UUID value) {
        return Query.of(q -> q.term(t -> t.field(field).value(FieldValue.of(value.toString()))));
    }
}
