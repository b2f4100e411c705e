package eu.lethe.compliance.accounts;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** Controllers: the companies whose visitors chat. */
@Stateless
@Interceptors(AccountScope.class)
public class Accounts {

    /** @param setUp whether the first-run set-up was finished */
    public record AccountView(AccountId id, String name, boolean setUp) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    @AcrossAccounts(because = "the account does not exist yet")
    public AccountId create(String name) {
        Account account = Account.openedAs(name, clock.instant());
        em.persist(account);
        em.flush();
        return account.id();
    }

    /** The oldest account: the only one, on an installation for one company. */
    @AcrossAccounts(because = "whoever asks does not know an account yet")
    public Optional<AccountId> first() {
        return em.createQuery("select a from Account a order by a.createdAt, a.id", Account.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Account::id);
    }

    /** Whether the operator of this installation runs it for one company: then most likely their own. */
    @AcrossAccounts(because = "whether there are others is not visible from within one account")
    public boolean isOnlyOne() {
        return em.createQuery("select a.id from Account a", Object.class)
                        .setMaxResults(2)
                        .getResultList()
                        .size()
                < 2;
    }

    /** As letters and notices to people call the controller. */
    public String name(AccountId account) {
        return em.createQuery("select a.name from Account a where a.id = :account", String.class)
                .setParameter("account", account.value())
                .getSingleResult();
    }

    public AccountView of(Caller caller) {
        return account(caller).view();
    }

    public void rename(Caller caller, String name) {
        caller.mustBeAny(Role.ADMIN);
        account(caller).rename(name);
        audit.record(caller, AuditAction.ACCOUNT_CHANGED, caller.account().value());
    }

    /** Ends the first-run set-up. */
    public void finishSetUp(Caller caller) {
        caller.mustBeAny(Role.ADMIN);
        account(caller).finishSetUp(clock.instant());
    }

    private Account account(Caller caller) {
        Account account = em.find(Account.class, caller.account().value());
        if (account == null) {
            throw new MemberUnknown();
        }
        return account;
    }
}
