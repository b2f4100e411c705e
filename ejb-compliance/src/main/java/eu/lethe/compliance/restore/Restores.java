package eu.lethe.compliance.restore;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The restore that is under way, known to every node and over every restart; each call a short transaction. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Restores {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    /** How many erasures the backup did not know of, if a restore is under way. */
    @AcrossAccounts(because = "a backup is of the whole installation")
    public Optional<Integer> underWay() {
        List<?> rows = em.createNativeQuery("select erasures from compliance.restore where ended_at is null")
                .getResultList();
        return rows.stream().findFirst().map(Integer.class::cast);
    }

    /**
     * How many people who were fenced again are not certified again; one who waits for a human to judge a finding is not waited
     * for.
     */
    @AcrossAccounts(because = "nobody gets in before all accounts are safe")
    public long unfinished() {
        return (Long) em.createNativeQuery("select count(*) from compliance.erasure_job where cause = 'RESTORED'"
                        + " and state not in ('CERTIFIED', 'CLOSED') and not stopped")
                .getSingleResult();
    }

    /** Begins one, unless one is under way already. */
    @AcrossAccounts(because = "a backup is of the whole installation")
    public void begin(int erasures) {
        em.createNativeQuery("insert into compliance.restore (id, noticed_at, erasures) values (?1, ?2, ?3)"
                        + " on conflict do nothing")
                .setParameter(1, UUID.randomUUID())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, erasures)
                .executeUpdate();
    }

    @AcrossAccounts(because = "a backup is of the whole installation")
    public void end() {
        em.createNativeQuery("update compliance.restore set ended_at = ?1 where ended_at is null")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
