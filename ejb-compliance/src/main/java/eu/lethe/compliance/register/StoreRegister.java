package eu.lethe.compliance.register;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.personaldata.StoreSettings;
import eu.lethe.compliance.retention.Policy;
import eu.lethe.compliance.retention.RetentionPolicies;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Every place where personal data is, and the switch of those that need not be used (SEED-L5). */
@Stateless
@Interceptors(AccountScope.class)
public class StoreRegister {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Set<StoreKind> ELSEWHERE = EnumSet.of(StoreKind.RECIPIENT, StoreKind.BACKUP, StoreKind.FILES);
    private static final Setting UNTOUCHED = new Setting(true, null, null);

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    StoreSettings settings;

    @Inject
    RetentionPolicies policies;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    Clock clock;

    private record Setting(
            boolean on, @Nullable String country, @Nullable Integer days) {}

    /** Every store, by kind and name. */
    public List<RegisteredStore> stores(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        return stores(caller.account());
    }

    /** The same for the application itself, such as a report to a person. */
    public List<RegisteredStore> stores(AccountId account) {
        Map<String, Setting> settingsOf = settings(account);
        var lines = new ArrayList<RegisteredStore>();
        for (PersonalDataStore store : stores) {
            lines.add(line(account, store, settingsOf.getOrDefault(store.name(), UNTOUCHED)));
        }
        Set<String> known = Set.copyOf(lines.stream().map(RegisteredStore::name).toList());
        Outside.ALL.stream()
                .filter(outside -> !known.contains(outside.name()))
                .map(outside -> line(outside, settingsOf.getOrDefault(outside.name(), UNTOUCHED)))
                .forEach(lines::add);
        lines.sort(Comparator.comparing(RegisteredStore::kind).thenComparing(RegisteredStore::name));
        return lines;
    }

    /**
     * Turns a store on or off, or says where it is.
     *
     * @throws StoreUnknown (404)
     * @throws InvalidStoreChange if it cannot be like that (400)
     */
    public void change(Caller caller, String store, StoreChange change) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        RegisteredStore known = stores(caller.account()).stream()
                .filter(line -> line.name().equals(store))
                .findFirst()
                .orElseThrow(StoreUnknown::new);
        mustBePossible(known, change);
        if (!change.on()) {
            // Whoever is writing finishes first; after this there is not one new row.
            settings.close(caller.account(), store);
        }
        em.createNativeQuery("insert into compliance.store_setting (account_id, store, enabled, purge, country,"
                        + " retention_days, changed_by, changed_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, cast(?6 as int), ?7, ?8)"
                        + " on conflict (account_id, store) do update set enabled = excluded.enabled,"
                        + " purge = excluded.purge, country = excluded.country,"
                        + " retention_days = excluded.retention_days, changed_by = excluded.changed_by,"
                        + " changed_at = excluded.changed_at")
                .setParameter(1, caller.account().value())
                .setParameter(2, store)
                .setParameter(3, change.on())
                .setParameter(4, !change.on() && change.leftover() == StoreChange.Leftover.PURGE)
                .setParameter(5, change.country())
                .setParameter(6, change.days() == null ? null : change.days().toString())
                .setParameter(7, caller.member())
                .setParameter(8, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        audit.record(caller, AuditAction.STORE_CHANGED, caller.account().value());
    }

    private static void mustBePossible(RegisteredStore store, StoreChange change) {
        if (!change.on() && !store.canBeOff()) {
            throw InvalidStoreChange.alwaysOn();
        }
        if (change.country() != null && !COUNTRY.matcher(change.country()).matches()) {
            throw InvalidStoreChange.country();
        }
        if (change.days() == null) {
            return;
        }
        if (!store.declared()) {
            throw InvalidStoreChange.policyDecides();
        }
        if (change.days() < 7 || change.days() > 720) {
            throw InvalidStoreChange.days();
        }
    }

    private RegisteredStore line(AccountId account, PersonalDataStore store, Setting setting) {
        var contents = Contents.of(store.entities());
        boolean declared = ELSEWHERE.contains(store.kind());
        Optional<Policy> policy = store.people() == People.VISITORS && !declared
                ? Optional.of(policies.shortest(account, store))
                : Optional.empty();
        return new RegisteredStore(
                store.name(),
                store.kind(),
                store.process(),
                declared,
                store.canBeOff(),
                !store.canBeOff() || settings.isOn(account, store.name()),
                setting.country(),
                policy.map(rule -> (Integer) rule.period().days()).orElse(setting.days()),
                policy.map(Policy::anchor).orElse(null),
                contents.categories(),
                contents.purposes(),
                contents.sealed());
    }

    private static RegisteredStore line(Outside outside, Setting setting) {
        return new RegisteredStore(
                outside.name(),
                outside.kind(),
                "operation",
                outside.declares(),
                false,
                true,
                setting.country(),
                setting.days(),
                null,
                outside.categories(),
                outside.purposes(),
                false);
    }

    private Map<String, Setting> settings(AccountId account) {
        var known = new HashMap<String, Setting>();
        for (Object row : em.createNativeQuery("select store, enabled, country, retention_days"
                        + " from compliance.store_setting where account_id = ?1")
                .setParameter(1, account.value())
                .getResultList()) {
            Object[] columns = (Object[]) row;
            known.put(
                    (String) columns[0], new Setting((Boolean) columns[1], (String) columns[2], (Integer) columns[3]));
        }
        return known;
    }
}
