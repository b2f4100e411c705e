package eu.lethe.compliance.outbox;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** Keeps work for after the commit. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Outbox {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** Adds an entry in the caller's transaction; it is handled soon after the commit, or never if that rolls back. */
    public void put(AccountId account, String topic, UUID entity) {
        em.createNativeQuery("insert into compliance.outbox (id, account_id, topic, entity_id, next_at, created_at)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?5)")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, account.value())
                .setParameter(3, topic)
                .setParameter(4, entity)
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
