package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.FencedRows;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.vault.ErasureKeys;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps single conversations because a law demands it (Art. 17(3) GDPR): the hold names the law, the conversations and its last day. Nothing
 * deletes what is held; when its person is erased, the text is sealed anew and shows in the hold view only.
 */
@Stateless
@Interceptors(AccountScope.class)
public class LegalHolds {

    /**
     * @param until the last day
     * @param items how many conversations
     * @param entities which, as long as it is not released
     */
    public record Hold(
            UUID id,
            String law,
            LocalDate until,
            int items,
            Set<UUID> entities,
            UUID placedBy,
            Instant placedAt,
            @Nullable Instant releasedAt) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    AuditLog audit;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    Event<HoldReleased> released;

    @Inject
    Clock clock;

    /**
     * Places a hold on conversations, all or none. Waits for an erasure of one of their people that is just beginning.
     *
     * @param law such as "§ 257 HGB"
     * @throws TooLateToHold if one of the people is being erased already (409)
     * @throws InvalidHold if the law, the day or the conversations will not do (400)
     */
    public UUID place(Caller caller, String law, LocalDate until, Set<UUID> conversations) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        InvalidHold.unlessPossible(law, until, conversations.size(), today());
        // Whoever is fenced must be seen here, to be told from a conversation that never was.
        FencedRows.show(em);
        Map<UUID, UUID> found = owners(caller.account(), conversations);
        if (!found.keySet().containsAll(conversations)) {
            throw InvalidHold.nothing();
        }
        lock(caller.account(), new HashSet<>(found.values()));
        Map<UUID, UUID> owners = owners(caller.account(), conversations);
        FencedRows.hide(em);
        if (!owners.equals(found)) {
            throw new TooLateToHold();
        }
        return insert(caller, law.strip(), until, owners);
    }

    /** Ends a hold before its day; what was kept of people who were erased goes then. @throws HoldNotFound (404) */
    public void release(Caller caller, UUID hold) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        end(caller.account(), hold);
        audit.record(caller, AuditAction.HOLD_RELEASED, hold);
    }

    /** Releases every hold whose last day is over. @return how many */
    @AcrossAccounts(because = "works for all of them once a day")
    public int releaseEnded() {
        List<?> ended = em.createNativeQuery(
                        "select account_id, id from compliance.legal_hold where released_at is null and until < ?1")
                .setParameter(1, today())
                .getResultList();
        for (Object row : ended) {
            var account = new AccountId((UUID) ((Object[]) row)[0]);
            UUID hold = (UUID) ((Object[]) row)[1];
            end(account, hold);
            audit.recordOwn(account, AuditAction.HOLD_RELEASED, hold);
        }
        return ended.size();
    }

    /** The newest first. */
    public List<Hold> list(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        Map<UUID, Set<UUID>> entities = new HashMap<>();
        for (Object row : em.createNativeQuery(
                        "select hold_id, entity_id from compliance.hold_item where account_id = ?1")
                .setParameter(1, caller.account().value())
                .getResultList()) {
            entities.computeIfAbsent((UUID) ((Object[]) row)[0], id -> new HashSet<>())
                    .add((UUID) ((Object[]) row)[1]);
        }
        List<?> rows = em.createNativeQuery("select id, law, until, items, placed_by, placed_at, released_at"
                        + " from compliance.legal_hold where account_id = ?1 order by placed_at desc, id")
                .setParameter(1, caller.account().value())
                .getResultList();
        return rows.stream()
                .map(row -> hold((Object[]) row, entities.getOrDefault((UUID) ((Object[]) row)[0], Set.of())))
                .toList();
    }

    /** Those of these conversations that nothing may delete. */
    public Set<UUID> held(AccountId account, Collection<UUID> entities) {
        return ids(
                "select distinct entity_id from compliance.held where account_id = ?1"
                        + " and entity_id = any (cast(?2 as uuid[]))",
                account,
                entities);
    }

    /** @throws Held naming the law, if one keeps the conversation (409) */
    public void mustBeFree(AccountId account, UUID conversation) {
        List<?> laws = em.createNativeQuery("select h.law from compliance.legal_hold h join compliance.hold_item i"
                        + " on i.hold_id = h.id where h.account_id = ?1 and i.entity_id = ?2 and h.released_at is null"
                        + " order by h.until desc limit 1")
                .setParameter(1, account.value())
                .setParameter(2, conversation)
                .getResultList();
        if (!laws.isEmpty()) {
            throw new Held((String) laws.get(0));
        }
    }

    /** Those of these people of whom something is held. */
    public Set<UUID> among(AccountId account, Collection<UUID> people) {
        return ids(
                "select distinct subject_id from compliance.held where account_id = ?1"
                        + " and subject_id = any (cast(?2 as uuid[]))",
                account,
                people);
    }

    /** The key of what is held of a person: their own, or, once they were erased, the hold's. For the hold view only. */
    public SubjectKey keyOf(Caller caller, Subject subject) {
        caller.mustBeAny(Role.DPO);
        List<?> jobs = em.createNativeQuery(
                        "select id from compliance.erasure_job where account_id = ?1 and subject_id = ?2"
                                + " and scope = 'PERSON' order by fenced_at desc limit 1")
                .setParameter(1, caller.account().value())
                .setParameter(2, subject.id())
                .getResultList();
        return jobs.isEmpty()
                ? vault.keyOf(subject)
                : vault.keyOf(ErasureKeys.ofHold(caller.account(), (UUID) jobs.get(0)));
    }

    private Map<UUID, UUID> owners(AccountId account, Set<UUID> entities) {
        var owners = new HashMap<UUID, UUID>();
        for (PersonalDataStore store : stores) {
            owners.putAll(store.whose(account, entities));
        }
        return owners;
    }

    // In their order, so that two holds on the same people do not wait for each other for ever.
    private void lock(AccountId account, Set<UUID> people) {
        List<?> free = em.createNativeQuery(
                        "select id from compliance.subject where account_id = ?1"
                                + " and id = any (cast(?2 as uuid[])) and state in ('ACTIVE', 'RESTRICTED') order by id for update")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(people))
                .getResultList();
        if (free.size() < people.size()) {
            throw new TooLateToHold();
        }
    }

    private UUID insert(Caller caller, String law, LocalDate until, Map<UUID, UUID> owners) {
        var hold = UUID.randomUUID();
        em.createNativeQuery(
                        "insert into compliance.legal_hold (id, account_id, law, until, items, placed_by, placed_at)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, hold)
                .setParameter(2, caller.account().value())
                .setParameter(3, law)
                .setParameter(4, until)
                .setParameter(5, owners.size())
                .setParameter(6, caller.member())
                .setParameter(7, now())
                .executeUpdate();
        var entities = new ArrayList<>(owners.keySet());
        em.createNativeQuery("insert into compliance.hold_item (hold_id, account_id, subject_id, entity_id)"
                        + " select ?1, ?2, u.subject, u.entity"
                        + " from unnest(cast(?3 as uuid[]), cast(?4 as uuid[])) as u (subject, entity)")
                .setParameter(1, hold)
                .setParameter(2, caller.account().value())
                .setParameter(3, UuidArray.of(entities.stream().map(owners::get).toList()))
                .setParameter(4, UuidArray.of(entities))
                .executeUpdate();
        audit.record(caller, AuditAction.HOLD_PLACED, hold);
        return hold;
    }

    private void end(AccountId account, UUID hold) {
        int ended = about(
                        account,
                        hold,
                        "update compliance.legal_hold set released_at = ?3"
                                + " where account_id = ?1 and id = ?2 and released_at is null")
                .setParameter(3, now())
                .executeUpdate();
        if (ended == 0) {
            throw new HoldNotFound();
        }
        var subjects = new HashSet<UUID>();
        about(
                        account,
                        hold,
                        "delete from compliance.hold_item where account_id = ?1 and hold_id = ?2 returning subject_id")
                .getResultList()
                .forEach(subject -> subjects.add((UUID) subject));
        released.fire(new HoldReleased(account, hold, subjects));
    }

    private Set<UUID> ids(String sql, AccountId account, Collection<UUID> ids) {
        var found = new HashSet<UUID>();
        em.createNativeQuery(sql)
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(ids))
                .getResultList()
                .forEach(id -> found.add((UUID) id));
        return found;
    }

    private Query about(AccountId account, UUID hold, String sql) {
        return em.createNativeQuery(sql).setParameter(1, account.value()).setParameter(2, hold);
    }

    private static Hold hold(Object[] row, Set<UUID> entities) {
        return new Hold(
                (UUID) row[0],
                (String) row[1],
                Columns.date(row[2]),
                (Integer) row[3],
                entities,
                (UUID) row[4],
                Columns.instant(row[5]),
                row[6] == null ? null : Columns.instant(row[6]));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
