package eu.lethe.compliance.mail;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.RowsOfPeople;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Letters to people that still wait, and that letters were sent. */
@Stateless
@Interceptors(AccountScope.class)
public class MailData implements PersonalDataStore {

    private static final String SETTLED_BEFORE = " from compliance.letter l where l.account_id = ?1"
            + " and l.settled_at < ?2 and not exists (select 1 from compliance.subject s where s.account_id = ?1"
            + " and s.id = l.subject_id and s.state <> 'ACTIVE')";

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return "mail";
    }

    @Override
    @ExcludeClassInterceptors
    public String process() {
        return "requests";
    }

    @Override
    @ExcludeClassInterceptors
    public Set<Class<?>> entities() {
        return Set.of(Letter.class);
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return RowsOfPeople.count(em, "compliance.letter", account.value(), people);
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        List<?> letters = em.createNativeQuery("delete from compliance.letter where ctid = any (array (select ctid"
                        + " from compliance.letter where account_id = ?1 and subject_id = any (cast(?2 as uuid[]))"
                        + " limit ?3)) returning id")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(people))
                .setParameter(3, atMost)
                .getResultList();
        if (letters.isEmpty()) {
            return 0;
        }
        vault.shred(letters.stream().map(UUID.class::cast).toList());
        return letters.size();
    }

    @Override
    public List<Extract> extract(Subject subject) {
        return List.of(new Extract(
                "letter",
                em.createQuery(
                                "select l from Letter l where l.account = :account and l.about = :subject"
                                        + " order by l.createdAt, l.id",
                                Letter.class)
                        .setParameter("account", subject.account().value())
                        .setParameter("subject", subject.id())
                        .getResultStream()
                        .map(Letter::extracted)
                        .toList()));
    }

    @Override
    public Set<UUID> holding(AccountId account, Collection<UUID> people) {
        return RowsOfPeople.owners(em, "compliance.letter", account.value(), people);
    }

    /** What is left of letters that were sent or thrown away: that they were. */
    @Override
    public long expire(AccountId account, Expiry expiry, int atMost) {
        return em.createNativeQuery("delete from compliance.letter where ctid = any (array (select l.ctid"
                        + SETTLED_BEFORE + " limit ?3))")
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                .setParameter(3, atMost)
                .executeUpdate();
    }

    @Override
    public long expiring(AccountId account, Expiry expiry) {
        return (Long) em.createNativeQuery("select count(*)" + SETTLED_BEFORE)
                .setParameter(1, account.value())
                .setParameter(2, expiry.before().atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }
}
