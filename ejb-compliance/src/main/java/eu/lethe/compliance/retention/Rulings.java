package eu.lethe.compliance.retention;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.personaldata.Dated;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.retention.Rule.Kind;
import eu.lethe.compliance.subjects.SubjectGone;
import jakarta.ejb.Stateless;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Says for everything the databases hold about a person which rule decides when it goes (SEED-T10, C22); copies follow. */
@Stateless
@Interceptors(AccountScope.class)
public class Rulings {

    @PersistenceContext
    EntityManager em;

    @Inject
    RetentionPolicies policies;

    @Inject
    RetentionSchedule schedule;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /** @throws SubjectGone if there is no such person (410) */
    public List<Ruling> about(Caller caller, UUID person) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        AccountId account = caller.account();
        Dated lifetime = lifetime(account, person);
        List<Rule> onPerson = onPerson(account, person);
        Map<UUID, List<Rule>> holds = holds(account, person);
        var chosen = new Policies(policies.chosen(account));
        Set<String> emptied = schedule.emptied(account);
        var rulings = new ArrayList<Ruling>();
        List<PersonalDataStore> visitors = stores.stream()
                .filter(store -> store.people() == People.VISITORS)
                .toList();
        // Also of somebody who is being erased: ids and times only.
        FencedRows.show(em);
        for (PersonalDataStore store : stores) {
            for (Dated thing : things(account, store, person, lifetime)) {
                var rules = new ArrayList<>(onPerson);
                rules.addAll(holds.getOrDefault(thing.id(), List.of()));
                if (emptied.contains(store.name())) {
                    rules.add(Rule.of(Kind.STORE_OFF, null, store.name(), null));
                }
                chosen.ending(store, visitors)
                        .forEach(policy -> rules.add(Rule.of(policy, anchor(policy, thing, lifetime))));
                rulings.add(Ruling.among(store.name(), thing.id(), rules));
            }
        }
        FencedRows.hide(em);
        return rulings;
    }

    private static Collection<Dated> things(AccountId account, PersonalDataStore store, UUID person, Dated lifetime) {
        if (store.people() != People.VISITORS || store.kind() != StoreKind.POSTGRESQL) {
            return List.of();
        }
        List<Dated> things = store.dated(account, person);
        boolean goesWithThePerson = things.isEmpty() && store.count(account, List.of(person)) > 0;
        return goesWithThePerson ? List.of(lifetime) : things;
    }

    private static Instant anchor(Policy policy, Dated thing, Dated lifetime) {
        return switch (policy.anchor()) {
            case CREATED -> thing.createdAt();
            case LAST_ACTIVITY -> thing.lastActivityAt();
            case LAST_SUBMISSION -> lifetime.lastActivityAt();
        };
    }

    /** The person's own times: the first, and the last submission. */
    private Dated lifetime(AccountId account, UUID person) {
        List<?> rows = em.createNativeQuery("select created_at, coalesce(last_submission_at, created_at)"
                        + " from compliance.subject where account_id = ?1 and id = ?2")
                .setParameter(1, account.value())
                .setParameter(2, person)
                .getResultList();
        if (rows.isEmpty()) {
            throw new SubjectGone();
        }
        Object[] row = (Object[]) rows.get(0);
        return new Dated(person, Columns.instant(row[0]), Columns.instant(row[1]));
    }

    private List<Rule> onPerson(AccountId account, UUID person) {
        var rules = new ArrayList<Rule>();
        for (Object row : rows(
                "select id, ground from compliance.restriction where account_id = ?1 and subject_id = ?2"
                        + " and lifted_at is null",
                account,
                person)) {
            Object[] columns = (Object[]) row;
            rules.add(Rule.of(Kind.RESTRICTION, null, (String) columns[1], (UUID) columns[0]));
        }
        for (Object row : rows(
                "select id, cause, fenced_at from compliance.erasure_job where account_id = ?1"
                        + " and subject_id = ?2 and scope = 'PERSON'",
                account,
                person)) {
            Object[] columns = (Object[]) row;
            rules.add(Rule.of(Kind.ERASURE, Columns.instant(columns[2]), (String) columns[1], (UUID) columns[0]));
        }
        return rules;
    }

    private Map<UUID, List<Rule>> holds(AccountId account, UUID person) {
        var holds = new HashMap<UUID, List<Rule>>();
        for (Object row : rows(
                "select i.entity_id, h.id, h.law, h.until from compliance.hold_item i"
                        + " join compliance.legal_hold h on h.account_id = i.account_id and h.id = i.hold_id"
                        + " where i.account_id = ?1 and i.subject_id = ?2 and h.released_at is null",
                account,
                person)) {
            Object[] columns = (Object[]) row;
            Instant over = Columns.date(columns[3]).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            holds.computeIfAbsent((UUID) columns[0], id -> new ArrayList<>())
                    .add(Rule.of(Kind.LEGAL_HOLD, over, (String) columns[2], (UUID) columns[1]));
        }
        return holds;
    }

    private List<?> rows(String sql, AccountId account, UUID person) {
        return em.createNativeQuery(sql)
                .setParameter(1, account.value())
                .setParameter(2, person)
                .getResultList();
    }
}
