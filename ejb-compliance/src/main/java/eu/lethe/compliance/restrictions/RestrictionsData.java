package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.RowsOfPeople;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.Row;
import jakarta.ejb.Stateless;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** When and why a person's data was restricted: goes with the person. */
@Stateless
@Interceptors(AccountScope.class)
public class RestrictionsData implements PersonalDataStore {

    @PersistenceContext
    EntityManager em;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return "restrictions";
    }

    @Override
    @ExcludeClassInterceptors
    public Set<Class<?>> entities() {
        return Set.of(Restrictions.Restriction.class);
    }

    @Override
    @ExcludeClassInterceptors
    public boolean goesWithThePerson() {
        return true;
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return RowsOfPeople.count(em, "compliance.restriction", account.value(), people);
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        return RowsOfPeople.delete(em, "compliance.restriction", account.value(), people, atMost);
    }

    @Override
    public List<Extract> extract(Subject subject) {
        List<?> rows = about(
                        subject.account(),
                        List.of(subject.id()),
                        "select ground, origin, restricted_at, informed_at, lift_on, lifted_at from compliance.restriction where account_id = ?1"
                                + " and subject_id = any (cast(?2 as uuid[])) order by restricted_at")
                .getResultList();
        var restrictions = rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Row()
                        .with("ground", row[0])
                        .with("origin", row[1])
                        .with("restrictedAt", Columns.instant(row[2]))
                        .with("informedAt", row[3] == null ? null : Columns.instant(row[3]))
                        .with(
                                "liftOn",
                                row[4] == null ? null : Columns.date(row[4]).toString())
                        .with("liftedAt", row[5] == null ? null : Columns.instant(row[5]))
                        .map())
                .toList();
        return List.of(new Extract("restriction", restrictions));
    }

    private Query about(AccountId account, Collection<UUID> people, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, UuidArray.of(people));
    }
}
