package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Makes the first account and its owner, once, whichever node comes first. */
@Stateless
@Interceptors(AccountScope.class)
public class FirstOwner {

    private static final String ACCOUNT_NAME = "My company";
    private static final String OWNER_NAME = "Owner";

    // Any number will do as long as nothing else in the database uses it.
    private static final long FIRST_OWNER_LOCK = 0x4c65_7468_6531L;

    @PersistenceContext
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    Members members;

    @AcrossAccounts(because = "looks whether there is any member at all")
    public boolean isMissing() {
        return em.createQuery("select m.id from Member m", Object.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Empty if there is a member already. */
    @AcrossAccounts(because = "there is no account yet")
    public Optional<AccountId> create(String email, String password) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, FIRST_OWNER_LOCK)
                .getResultList();
        if (!isMissing()) {
            return Optional.empty();
        }
        AccountId account = accounts.create(ACCOUNT_NAME);
        members.addOwner(account, email, OWNER_NAME, password);
        return Optional.of(account);
    }
}
