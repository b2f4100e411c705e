package eu.lethe.compliance.requests;

import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.persistence.RowsOfPeople;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.Row;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who asked and what was said. The ledger of requests itself names nobody and stays. */
@Stateless
@Interceptors(AccountScope.class)
public class RequestsData implements PersonalDataStore {

    // Of these people and of nobody else: what several have asked together goes with the last of them.
    static final String WORDS_OF = " from compliance.request_words w where w.account_id = ?1 and exists"
            + " (select 1 from compliance.request_person p where p.account_id = ?1 and p.request_id = w.request_id"
            + " and p.subject_id = any (cast(?2 as uuid[]))) and not exists (select 1 from compliance.request_person p"
            + " where p.account_id = ?1 and p.request_id = w.request_id and p.subject_id <> all (cast(?2 as uuid[])))";

    private static final String CODES_OF =
            " from compliance.identity_code c where c.account_id = ?1 and c.request_id in (select w.request_id"
                    + WORDS_OF + ")";

    static final String LINKS_OF =
            " from compliance.request_person l where l.account_id = ?1 and l.subject_id = any (cast(?2 as uuid[]))";

    // In the order of their ids, which is everybody's.
    static final String LOCKING = "select 1 from compliance.subject_request where account_id = ?1 and id in"
            + " (select l.request_id" + LINKS_OF + ") order by id for update";

    // Closed before, or left behind by people who are gone; nobody restricted, nobody being erased.
    private static final String CLOSED_BEFORE =
            " from compliance.request_words w join compliance.subject_request r on r.id = w.request_id"
                    + " where w.account_id = ?1 and r.account_id = ?1 and (r.closed_at < ?2 or w.linked and not exists"
                    + " (select 1 from compliance.request_person p where p.account_id = ?1"
                    + " and p.request_id = w.request_id)) and not exists (select 1"
                    + " from compliance.request_person p join compliance.subject s on s.id = p.subject_id"
                    + " where p.account_id = ?1 and p.request_id = w.request_id and s.state <> 'ACTIVE')";

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    Views views;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return "requests";
    }

    @Override
    @ExcludeClassInterceptors
    public String process() {
        return "requests";
    }

    @Override
    @ExcludeClassInterceptors
    public Set<Class<?>> entities() {
        return Set.of(RequestWords.class, RequestPerson.class, IdentityCode.class);
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return number(account, people, "select count(*)" + CODES_OF)
                + number(account, people, "select count(*)" + WORDS_OF)
                + number(account, people, "select count(*)" + LINKS_OF);
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        // Two who asked together and are erased together would each leave the words to the other.
        about(account, people, LOCKING).getResultList();
        long codes = delete(account, people, "compliance.identity_code", "c.ctid" + CODES_OF, atMost);
        if (codes == atMost) {
            return codes;
        }
        long words = words(about(account, people, deletingWords(WORDS_OF, "?3")).setParameter(3, atMost - codes));
        if (codes + words == atMost) {
            return atMost;
        }
        return codes
                + words
                + delete(account, people, "compliance.request_person", "l.ctid" + LINKS_OF, atMost - codes - words);
    }

    private long delete(AccountId account, Collection<UUID> people, String table, String which, long atMost) {
        return about(
                        account,
                        people,
                        "delete from " + table + " where ctid = any (array (select " + which + " limit ?3))")
                .setParameter(3, atMost)
                .executeUpdate();
    }

    static String deletingWords(String which, String atMost) {
        return "delete from compliance.request_words where ctid = any (array (select w.ctid" + which + " limit "
                + atMost + ")) returning request_id";
    }

    // The words' key goes with them, in the same transaction over both databases.
    private long words(Query deletion) {
        List<?> requests = deletion.getResultList();
        if (!requests.isEmpty()) {
            vault.shred(requests.stream().map(UUID.class::cast).toList());
        }
        return requests.size();
    }

    @Override
    public Set<UUID> holding(AccountId account, Collection<UUID> people) {
        return RowsOfPeople.owners(em, "compliance.request_person", account.value(), people);
    }

    /** The words of requests that were closed long ago; a request that is open is kept as long as it is. */
    @Override
    public long expire(AccountId account, Expiry expiry, int atMost) {
        // Words of people who are gone show to nobody else.
        FencedRows.show(em);
        long removed = expireShown(account, expiry, atMost);
        FencedRows.hide(em);
        return removed;
    }

    private long expireShown(AccountId account, Expiry expiry, int atMost) {
        long words = words(em.createNativeQuery(deletingWords(CLOSED_BEFORE, "?3"))
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                .setParameter(3, atMost));
        if (words == atMost) {
            return words;
        }
        return words
                + em.createNativeQuery("delete from compliance.request_person where ctid = any (array (select l.ctid"
                                + " from compliance.request_person l"
                                + " join compliance.subject_request r on r.id = l.request_id"
                                + " join compliance.subject s on s.id = l.subject_id"
                                + " where l.account_id = ?1 and r.account_id = ?1 and r.closed_at < ?2"
                                + " and s.state = 'ACTIVE' limit ?3))")
                        .setParameter(1, account.value())
                        .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                        .setParameter(3, atMost - words)
                        .executeUpdate();
    }

    @Override
    public long expiring(AccountId account, Expiry expiry) {
        return (Long) em.createNativeQuery("select count(*)" + CLOSED_BEFORE)
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    @Override
    public List<Extract> extract(Subject subject) {
        return extract(subject, Reach.BROWSER);
    }

    /** Also what was asked by e-mail with the address that was proved: whoever has only the browser may not be its owner. */
    @Override
    public List<Extract> extractForOwnerOfAddress(Subject subject, UUID provedBy) {
        return RequestFiles.find(em, subject.account(), provedBy)
                .map(request -> extract(subject, Reach.ofAddressIn(RequestFiles.words(em, request))))
                .orElseGet(() -> extract(subject));
    }

    private List<Extract> extract(Subject subject, Reach reach) {
        List<Map<String, Object>> rows = links(subject).stream()
                .filter(row ->
                        reach.covers(((RequestPerson) row[1]).link(), RequestFiles.words(em, (SubjectRequest) row[0])))
                .map(row -> row((SubjectRequest) row[0], reach))
                .map(Row::map)
                .toList();
        return List.of(new Extract("request", rows));
    }

    private Row row(SubjectRequest request, Reach reach) {
        OwnRequests.OwnRequest own = views.own(em, request, reach);
        Optional<Amendment> correction = views.correction(em, request, reach);
        return new Row()
                .with("id", own.id())
                .with("kind", own.kind())
                .with("channel", request.channel())
                .with("state", own.state())
                .with("outcome", own.outcome())
                .with("identity", request.identity())
                .with("receivedAt", own.clock().receivedAt())
                .with("receivedOn", own.clock().receivedOn().toString())
                .with("dueOn", own.clock().dueOn().toString())
                .with("closedAt", own.clock().closedAt())
                .with("email", views.email(em, request, reach))
                .with("text", views.text(em, request, reach))
                .with("correctName", correction.map(Amendment::name).orElse(null))
                .with("correctEmail", correction.map(Amendment::email).orElse(null))
                .with("correctPhone", correction.map(Amendment::phone).orElse(null))
                .with("answer", own.answer())
                .with("refusalGround", request.refusalGround())
                .with(
                        "explanation",
                        own.refusal() == null ? null : own.refusal().explanation());
    }

    @Override
    public Set<String> recognisable(Subject subject) {
        return links(subject).stream()
                .flatMap(row -> RequestFiles.words(em, (SubjectRequest) row[0]).stream())
                .map(words -> words.email(views.keyOf(words)))
                .filter(Objects::nonNull)
                .map(EmailAddress::text)
                .collect(Collectors.toSet());
    }

    // Each request with how the person is linked to it.
    private List<Object[]> links(Subject subject) {
        return em.createQuery(
                        "select r, p from SubjectRequest r, RequestPerson p where p.account = :account"
                                + " and p.subject = :subject and r.id = p.request order by r.receivedAt, r.id",
                        Object[].class)
                .setParameter("account", subject.account().value())
                .setParameter("subject", subject.id())
                .getResultList();
    }

    private long number(AccountId account, Collection<UUID> people, String sql) {
        return (Long) about(account, people, sql).getSingleResult();
    }

    private Query about(AccountId account, Collection<UUID> people, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, UuidArray.of(people));
    }
}
