package eu.lethe.compliance.retention;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.restrictions.LegalHolds;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The transactions of a sweep. People are forgotten many at once: their rows in every store, their own rows and their keys, in both
 * databases or in neither.
 */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SweepBites {

    private static final String SINCE = "coalesce(last_submission_at, created_at)";
    private static final String PAST = " from compliance.subject where account_id = ?1 and state = 'ACTIVE' and "
            + SINCE + " < ?2 and (" + SINCE + ", id) > (?3, ?4) order by " + SINCE + ", id limit ?5";

    @PersistenceContext
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    Vault vault;

    @Inject
    LegalHolds holds;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /** How far the people past their period have been gone through. */
    public record Position(Instant since, UUID id) {
        static final Position START = new Position(Instant.EPOCH, new UUID(0, 0));
    }

    /**
     * What became of some people.
     *
     * @param last the last of them
     * @param taken how many were looked at; fewer than asked for means that there are no more
     * @param handOver people who need an erasure of their own, since something of theirs is held or recipients must be told
     */
    public record Bite(Position last, int taken, List<UUID> forgotten, long rows, List<Subject> handOver) {}

    /** Removes what has outlived its period in one store. @return how many rows */
    public long expire(AccountId account, String store, Expiry expiry, int atMost) {
        return stores.stream()
                .filter(one -> one.name().equals(store))
                .mapToLong(one -> one.expire(account, expiry, atMost))
                .sum();
    }

    /**
     * Forgets the next people who sent nothing since then. Whoever is writing at this moment is passed over: that person has just
     * sent something, or is taken by the next sweep.
     *
     * @param asked stores to be asked first whether they still hold something
     */
    public Bite forget(AccountId account, Position after, Instant before, Set<String> asked, int people) {
        List<?> rows =
                past(account, after, before, people, "select id, generation, " + SINCE, " for update skip locked");
        if (rows.isEmpty()) {
            return new Bite(after, 0, List.of(), 0, List.of());
        }
        var going = new ArrayList<UUID>();
        rows.forEach(row -> going.add((UUID) ((Object[]) row)[0]));
        going.removeAll(holders(account, going, asked));
        Set<UUID> apart = holds.among(account, going);
        visitorStores().forEach(store -> apart.addAll(store.toBeTold(account, going)));
        going.removeAll(apart);
        long removed = going.isEmpty() ? 0 : forget(account, going);
        List<Subject> handOver = rows.stream()
                .map(row -> subject(account, (Object[]) row))
                .filter(subject -> apart.contains(subject.id()))
                .toList();
        return new Bite(position(rows.get(rows.size() - 1)), rows.size(), going, removed, handOver);
    }

    /** Where the next of these people is, to get past one who cannot be forgotten now. */
    public Optional<Position> next(AccountId account, Position after, Instant before) {
        return past(account, after, before, 1, "select id, generation, " + SINCE, "").stream()
                .findFirst()
                .map(SweepBites::position);
    }

    private long forget(AccountId account, Collection<UUID> people) {
        long rows = visitorStores()
                .filter(store -> store.kind() == StoreKind.POSTGRESQL)
                .mapToLong(store -> store.erase(account, people, Integer.MAX_VALUE))
                .sum();
        vault.shred(people);
        return rows + subjects.removeAll(account, people);
    }

    private Set<UUID> holders(AccountId account, Collection<UUID> people, Set<String> asked) {
        return visitorStores()
                .filter(store -> asked.contains(store.name()) && !people.isEmpty())
                .flatMap(store -> store.holding(account, people).stream())
                .collect(Collectors.toSet());
    }

    private Stream<PersonalDataStore> visitorStores() {
        return stores.stream().filter(store -> store.people() == People.VISITORS);
    }

    private List<?> past(AccountId account, Position after, Instant before, int people, String select, String lock) {
        return em.createNativeQuery(select + PAST + lock)
                .setParameter(1, account.value())
                .setParameter(2, before.atOffset(ZoneOffset.UTC))
                .setParameter(3, after.since().atOffset(ZoneOffset.UTC))
                .setParameter(4, after.id())
                .setParameter(5, people)
                .getResultList();
    }

    private static Position position(Object row) {
        Object[] columns = (Object[]) row;
        return new Position(Columns.instant(columns[2]), (UUID) columns[0]);
    }

    private static Subject subject(AccountId account, Object[] row) {
        return new Subject(account, (UUID) row[0], (Integer) row[1]);
    }
}
