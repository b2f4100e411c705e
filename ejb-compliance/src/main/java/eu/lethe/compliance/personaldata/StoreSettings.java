package eu.lethe.compliance.personaldata;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Whether an account lets a store be written to (SEED-L5): as somebody decided, else as the store itself says. */
@Stateless
@Interceptors(AccountScope.class)
public class StoreSettings {

    @PersistenceContext
    EntityManager em;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /** Whether the store is on, and what it keeps is kept for any time at all. */
    public boolean isOn(AccountId account, String store) {
        return (Boolean) em.createNativeQuery("select coalesce((select enabled from compliance.store_setting"
                        + " where account_id = ?1 and store = ?2), ?3) and not exists (select 1 from compliance.retention_policy"
                        + " where account_id = ?1 and store = ?2 and days = 0)")
                .setParameter(1, account.value())
                .setParameter(2, store)
                .setParameter(3, isOnUnlessTurnedOff(store))
                .getSingleResult();
    }

    private boolean isOnUnlessTurnedOff(String name) {
        return stores.stream()
                .filter(store -> store.name().equals(name))
                .allMatch(PersonalDataStore::isOnUnlessTurnedOff);
    }

    /**
     * As {@link #isOn}, and stays true until the caller's transaction ends: whoever turns the store off waits for it. So there is
     * not one new row once it is off. Every writer of a store that can be off calls it first.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean holdOn(AccountId account, String store) {
        lock("pg_advisory_xact_lock_shared", account, store);
        return isOn(account, store);
    }

    /** As {@link #holdOn}. @throws StoreOff if it is off (409) */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void mustBeOn(AccountId account, String store) {
        if (!holdOn(account, store)) {
            throw new StoreOff(store);
        }
    }

    /** Waits for every writer of the store, and lets none in before the caller's transaction ends. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void close(AccountId account, String store) {
        lock("pg_advisory_xact_lock", account, store);
    }

    private void lock(String function, AccountId account, String store) {
        em.createNativeQuery("select cast(" + function + "(hashtextextended(?1, 3)) as text)")
                .setParameter(1, account + "|" + store)
                .getSingleResult();
    }
}
