package eu.lethe.compliance.retention;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.personaldata.StoreSettings;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The retention periods of an account: per process, and per store where one is to be shorter (SEED-L3). */
@Stateless
@Interceptors(AccountScope.class)
public class RetentionPolicies {

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    StoreSettings settings;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    Clock clock;

    /**
     * @param canBeNever whether a period of 0 is possible: what would be kept there is then not even written
     * @param settable whether the store can have a period of its own; otherwise what is there goes when its person does
     */
    public record StorePeriod(String process, String store, boolean canBeNever, boolean settable, Policy policy) {}

    /** The period of each process, then of each store that has its own. */
    public List<Policy> list(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        return policies(caller.account());
    }

    /** What is told to the people themselves: each store with the period that holds for it (Art. 13(2)(a), 15(1)(d) GDPR). */
    public List<StorePeriod> periods(AccountId account) {
        var chosen = new Policies(chosen(account));
        List<PersonalDataStore> all = visitorStores();
        return all.stream()
                .map(store -> new StorePeriod(
                        store.process(),
                        store.name(),
                        store.canBeOff(),
                        !store.goesWithThePerson(),
                        chosen.shortest(store, all)))
                .toList();
    }

    /** The shortest period that ends what is in a store. */
    public Policy shortest(AccountId account, PersonalDataStore store) {
        return new Policies(chosen(account)).shortest(store, visitorStores());
    }

    /**
     * Sets the period of a process, or of one store of it.
     *
     * @param store null for the whole process
     * @param days 7 to 720, or 0 for a store that can be off: what comes is then never stored, what is there goes
     * @throws InvalidPeriod for any other number (400)
     * @throws InvalidPolicy if there is no such process or store (400)
     */
    public void set(Caller caller, String process, @Nullable String store, int days, Anchor anchor, Basis basis) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        var period = mustBePossible(process, store, days);
        if (period.isNeverStored() && store != null) {
            // Whoever is writing finishes first; after this there is not one new row.
            settings.close(caller.account(), store);
        }
        var id = UUID.randomUUID();
        em.createNativeQuery(
                        "insert into compliance.retention_policy (id, account_id, process, store, days, anchor, basis,"
                                + " changed_by, changed_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                                + " on conflict (account_id, process, store) do update set days = excluded.days,"
                                + " anchor = excluded.anchor, basis = excluded.basis, changed_by = excluded.changed_by,"
                                + " changed_at = excluded.changed_at")
                .setParameter(1, id)
                .setParameter(2, caller.account().value())
                .setParameter(3, process)
                .setParameter(4, store == null ? "" : store)
                .setParameter(5, period.days())
                .setParameter(6, anchor.name())
                .setParameter(7, basis.name())
                .setParameter(8, caller.member())
                .setParameter(9, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        audit.record(caller, AuditAction.RETENTION_CHANGED, caller.account().value());
    }

    /** Takes a store's own period away, or gives a process its default back. */
    public void reset(Caller caller, String process, @Nullable String store) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        em.createNativeQuery(
                        "delete from compliance.retention_policy where account_id = ?1 and process = ?2 and store = ?3")
                .setParameter(1, caller.account().value())
                .setParameter(2, process)
                .setParameter(3, store == null ? "" : store)
                .executeUpdate();
        audit.record(caller, AuditAction.RETENTION_CHANGED, caller.account().value());
    }

    /** What a sweep would remove now, store by store; nothing is changed. */
    public List<Preview> preview(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        return preview(caller.account(), new Policies(chosen(caller.account())));
    }

    /** What a sweep would remove if this period were set; nothing is changed. */
    public List<Preview> preview(Caller caller, String process, @Nullable String store, int days, Anchor anchor) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        var tried = new Policy(
                process, store, mustBePossible(process, store, days), anchor, Basis.LEGITIMATE_INTERESTS, true);
        var chosen = new ArrayList<>(chosen(caller.account()));
        chosen.removeIf(policy -> policy.process().equals(process) && Objects.equals(policy.store(), store));
        chosen.add(tried);
        return preview(caller.account(), new Policies(chosen)).stream()
                .filter(line -> line.policy().process().equals(process)
                        && (store == null || line.store().equals(store)))
                .toList();
    }

    private List<Preview> preview(AccountId account, Policies policies) {
        long held = number("select count(distinct entity_id) from compliance.held where account_id = ?1", account);
        long restricted = number(
                "select count(*) from compliance.subject where account_id = ?1 and state = 'RESTRICTED'", account);
        Instant now = clock.instant();
        List<PersonalDataStore> all = visitorStores();
        return all.stream()
                .flatMap(store -> policies.effective(store, all).stream().map(policy -> {
                    Instant before = policy.period().expiredBefore(now);
                    var expiry = new Expiry(store.process(), policy.anchor(), before);
                    OptionalLong rows = expiring(account, store, expiry);
                    return new Preview(
                            policy, store.name(), before, rows.orElse(0), rows.isPresent(), held, restricted);
                }))
                .toList();
    }

    // Of a store elsewhere, which is asked without a transaction: that it is away must not keep the others from being
    // shown.
    private static OptionalLong expiring(AccountId account, PersonalDataStore store, Expiry expiry) {
        if (store.kind() == StoreKind.POSTGRESQL) {
            return OptionalLong.of(store.expiring(account, expiry));
        }
        try {
            return OptionalLong.of(store.expiring(account, expiry));
        } catch (RuntimeException away) {
            return OptionalLong.empty();
        }
    }

    private RetentionPeriod mustBePossible(String process, @Nullable String store, int days) {
        List<PersonalDataStore> all = visitorStores().stream()
                .filter(any -> any.process().equals(process))
                .toList();
        if (all.isEmpty()) {
            throw InvalidPolicy.process();
        }
        Optional<PersonalDataStore> one = all.stream()
                .filter(any -> any.name().equals(store) && !any.goesWithThePerson())
                .findFirst();
        if (store != null && one.isEmpty()) {
            throw InvalidPolicy.store();
        }
        var period = new RetentionPeriod(days);
        if (period.isNeverStored() && !one.map(PersonalDataStore::canBeOff).orElse(false)) {
            throw new InvalidPeriod();
        }
        return period;
    }

    private List<Policy> policies(AccountId account) {
        var chosen = new Policies(chosen(account));
        var all = new ArrayList<Policy>();
        visitorStores().stream()
                .map(PersonalDataStore::process)
                .distinct()
                .sorted()
                .map(chosen::of)
                .forEach(all::add);
        chosen.chosen().stream().filter(policy -> policy.store() != null).forEach(all::add);
        return all;
    }

    /** For the sweep. */
    public List<Policy> chosen(AccountId account) {
        List<?> rows = em.createNativeQuery(
                        "select process, store, days, anchor, basis from compliance.retention_policy"
                                + " where account_id = ?1 order by process, store")
                .setParameter(1, account.value())
                .getResultList();
        return rows.stream().map(row -> policy((Object[]) row)).toList();
    }

    private List<PersonalDataStore> visitorStores() {
        return stores.stream()
                .filter(store -> store.people() == People.VISITORS)
                .sorted(Comparator.comparing(PersonalDataStore::name))
                .toList();
    }

    private long number(String sql, AccountId account) {
        return (Long) em.createNativeQuery(sql).setParameter(1, account.value()).getSingleResult();
    }

    private static Policy policy(Object[] row) {
        String store = (String) row[1];
        return new Policy(
                (String) row[0],
                store.isEmpty() ? null : store,
                new RetentionPeriod((Integer) row[2]),
                Anchor.valueOf((String) row[3]),
                Basis.valueOf((String) row[4]),
                true);
    }
}
