package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of requests that a filter lets through: what is due first comes first, what is closed last. */
final class RequestList {

    private static final String CLOSED =
            "(eu.lethe.compliance.requests.RequestState.DONE, eu.lethe.compliance.requests.RequestState.REFUSED,"
                    + " eu.lethe.compliance.requests.RequestState.CANCELLED)";

    private final StringBuilder where = new StringBuilder(" where r.account = :account");
    private final Map<String, Object> values = new HashMap<>();

    RequestList(AccountId account) {
        values.put("account", account.value());
    }

    RequestList of(@Nullable RequestState state, @Nullable RequestKind kind) {
        and("r.state = :state", "state", state);
        and("r.kind = :kind", "kind", kind);
        return this;
    }

    RequestList open() {
        where.append(" and r.state not in ").append(CLOSED);
        return this;
    }

    /** Those that the clock counts for, or was over for when it began to wait, and whose last day lies between these, both included. */
    RequestList due(@Nullable LocalDate from, @Nullable LocalDate to) {
        open();
        where.append(" and (r.pausedOn is null or r.dueOn < r.pausedOn)");
        and("r.dueOn >= :from", "from", from);
        and("r.dueOn <= :to", "to", to);
        return this;
    }

    /** Those whose clock has waited for a proof since this day or longer. */
    RequestList waitingSince(LocalDate day) {
        open();
        and("r.pausedOn <= :paused", "paused", day);
        return this;
    }

    RequestList about(UUID visitor) {
        and(
                "r.id in (select p.request from RequestPerson p where p.account = :account and p.subject = :visitor)",
                "visitor",
                visitor);
        return this;
    }

    RequestList from(byte[] emailCode) {
        and(
                "r.id in (select w.request from RequestWords w where w.account = :account and w.emailCode = :email)",
                "email",
                emailCode);
        return this;
    }

    List<SubjectRequest> rows(EntityManager em, int offset, int limit) {
        var query = em.createQuery(
                // PostgreSQL puts what has no value first when it descends: what is open comes before what is closed.
                "select r from SubjectRequest r" + where + " order by r.closedAt desc, r.dueOn, r.receivedAt, r.id",
                SubjectRequest.class);
        bind(query);
        return query.setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    long total(EntityManager em) {
        var query = em.createQuery("select count(r) from SubjectRequest r" + where, Long.class);
        bind(query);
        return query.getSingleResult();
    }

    private void bind(Query query) {
        values.forEach(query::setParameter);
    }

    private void and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }
}
