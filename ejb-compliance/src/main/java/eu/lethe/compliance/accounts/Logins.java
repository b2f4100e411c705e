package eu.lethe.compliance.accounts;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps count of attempts to log in; each call commits by itself, so that a refused attempt counts as well. Whoever guesses waits;
 * a browser in which the member was before does not wait for others.
 */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Logins {

    /** An attempt whose password may be looked at. @param place where its failures count */
    public record Attempt(UUID member, String passwordHash, String place) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    KnownBrowsers browsers;

    @Inject
    Pauses pauses;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Empty if nobody active has this address, or attempts at it have to wait. */
    @AcrossAccounts(because = "a login names an address, not an account")
    public Optional<Attempt> begin(String email, Members.Visit visit) {
        return em.createQuery("select m from Member m where lower(m.email) = :email", Member.class)
                .setParameter("email", Member.comparable(email))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .filter(Member::isActive)
                .flatMap(member -> begin(member, visit));
    }

    private Optional<Attempt> begin(Member member, Members.Visit visit) {
        Optional<String> known = visit.inside()
                ? Optional.of("inside")
                : browsers.read(visit.browser(), member.id(), member.passwordHash())
                        .map(browser -> "browser " + browser);
        String place = member.id() + " " + known.orElseGet(() -> "network " + visit.network());
        Instant now = clock.instant();
        boolean may = known.isPresent()
                ? pauses.attempt(place)
                : member.mayAttempt(now) && pauses.attempt(place) && member.attempt(now);
        return may ? Optional.of(new Attempt(member.id(), member.passwordHash(), place)) : Optional.empty();
    }

    @AcrossAccounts(because = "a login names an address, not an account")
    public Optional<Caller> succeeded(Attempt attempt) {
        Member member = em.find(Member.class, attempt.member(), LockModeType.PESSIMISTIC_WRITE);
        if (member == null || !member.isActive()) {
            return Optional.empty();
        }
        pauses.forget(attempt.place());
        member.loggedIn(clock.instant());
        audit.record(member.caller(), AuditAction.LOGIN, member.id());
        return Optional.of(member.caller());
    }

    @AcrossAccounts(because = "a login names an address, not an account")
    public void failed(Attempt attempt) {
        Member member = em.find(Member.class, attempt.member());
        if (member != null) {
            audit.recordOwn(member.caller().account(), AuditAction.LOGIN_FAILED, member.id());
        }
    }

    /** Whether somebody else logs in with this address, in whichever account. */
    @AcrossAccounts(because = "an address is taken whoever has it")
    public boolean isTaken(String email, UUID except) {
        return !em.createQuery(
                        "select m.id from Member m where lower(m.email) = :email and m.id <> :except", UUID.class)
                .setParameter("email", Member.comparable(email))
                .setParameter("except", except)
                .getResultList()
                .isEmpty();
    }
}
