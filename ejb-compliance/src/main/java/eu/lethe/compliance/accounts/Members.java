package eu.lethe.compliance.accounts;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.NotAllowed;
import eu.lethe.compliance.kernel.Role;
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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who work for an account. */
@Stateless
@Interceptors(AccountScope.class)
public class Members {

    public record MemberView(
            UUID id,
            String email,
            String name,
            Set<Role> roles,
            boolean active,
            @Nullable Instant lastLoginAt) {}

    /**
     * Somebody who answers for the account's data.
     *
     * @param language en, de or fi: the one they last worked in
     */
    public record Officer(String email, String language) {

        /** Never the address: it would end up in logs. */
        @Override
        public String toString() {
            return "officer";
        }
    }

    /**
     * From where somebody logs in.
     *
     * @param network as {@link eu.lethe.compliance.kernel.Networks} names it; never stored
     * @param browser what {@link #browserOf} gave this browser after an earlier login, or null
     * @param inside whether the member is logged in already
     */
    public record Visit(String network, @Nullable String browser, boolean inside) {

        private static final Visit INSIDE = new Visit("", null, true);

        public static Visit from(String network, @Nullable String browser) {
            return new Visit(network, browser, false);
        }

        /** Never where from: it would end up in logs. */
        @Override
        public String toString() {
            return "visit";
        }
    }

    private static final Set<String> LANGUAGES = Set.of("en", "de", "fi");
    private static final UUID NOBODY = new UUID(0, 0);

    @PersistenceContext
    EntityManager em;

    @Inject
    Passwords passwords;

    @Inject
    Logins logins;

    @Inject
    KnownBrowsers browsers;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Checks a login; slow on purpose, and slower after failures from the same place. Empty if refused. */
    @AcrossAccounts(because = "a login names an address, not an account")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Caller> authenticate(String email, String password, Visit visit) {
        Optional<Logins.Attempt> attempt = logins.begin(email, visit);
        if (attempt.isEmpty()) {
            passwords.matchesNobody(password);
            return Optional.empty();
        }
        if (passwords.matches(password, attempt.get().passwordHash())) {
            return logins.succeeded(attempt.get());
        }
        logins.failed(attempt.get());
        return Optional.empty();
    }

    /** What the browser of somebody who has just logged in keeps, so that others' guessing does not keep them out next time. */
    public String browserOf(Caller caller) {
        return browsers.issue(caller.member(), member(caller, caller.member()).passwordHash());
    }

    /** The caller a remembered session belongs to, if the member is still active. */
    @AcrossAccounts(because = "a session remembers the member only")
    public Optional<Caller> find(UUID member) {
        return Optional.ofNullable(em.find(Member.class, member))
                .filter(Member::isActive)
                .map(Member::caller);
    }

    public UUID add(Caller caller, String email, String name, String password, Set<Role> roles) {
        caller.mustBeAny(Role.ADMIN);
        mayGrant(caller, roles);
        UUID added = persist(caller.account(), email, name, password, roles);
        audit.record(caller, AuditAction.MEMBER_ADDED, added);
        return added;
    }

    /** The first owner of a new account. */
    public UUID addOwner(AccountId account, String email, String name, String password) {
        UUID added = persist(account, email, name, password, Set.of(Role.OWNER));
        audit.recordOwn(account, AuditAction.MEMBER_ADDED, added);
        return added;
    }

    public MemberView me(Caller caller) {
        return member(caller, caller.member()).view();
    }

    public List<MemberView> all(Caller caller) {
        return em.createQuery(
                        "select m from Member m where m.accountId = :account order by lower(m.name), m.id",
                        Member.class)
                .setParameter("account", caller.account().value())
                .getResultStream()
                .map(Member::view)
                .toList();
    }

    /** Owners, administrators and data protection officers who are active. */
    public List<Officer> officers(AccountId account) {
        return em.createQuery(
                        "select distinct m from Member m join m.roles r where m.accountId = :account"
                                + " and m.active = true and r in :roles",
                        Member.class)
                .setParameter("account", account.value())
                .setParameter("roles", Set.of(Role.OWNER, Role.ADMIN, Role.DPO))
                .getResultStream()
                .map(member -> new Officer(member.email(), member.language()))
                .toList();
    }

    /** Remembers in which language the caller works: letters to them are in it. */
    public void works(Caller caller, Locale language) {
        Member me = member(caller, caller.member());
        if (LANGUAGES.contains(language.getLanguage())) {
            me.works(language.getLanguage());
        }
    }

    /** Changes the caller's own login; checks the old password first, throttled as a login is. */
    public void changeLogin(
            Caller caller, String email, String name, String oldPassword, @Nullable String newPassword) {
        String before = member(caller, caller.member()).email();
        var login = new Member.Login(email, name);
        if (newPassword != null) {
            Member.mustBeAcceptable(newPassword);
        }
        // Before the row is locked: the check counts the attempt in transactions of its own.
        if (authenticate(before, oldPassword, Visit.INSIDE).isEmpty()) {
            throw InvalidMember.oldPassword();
        }
        mustBeFree(email, caller.member());
        Member me = locked(caller, caller.member());
        me.change(login, newPassword == null ? me.passwordHash() : passwords.hash(newPassword));
        audit.record(caller, AuditAction.MEMBER_CHANGED, caller.member());
    }

    /** Gives a member exactly these roles. Only owners make or unmake owners. */
    public void changeRoles(Caller caller, UUID member, Set<Role> roles) {
        caller.mustBeAny(Role.ADMIN);
        mayGrant(caller, roles);
        Member changed = touchable(caller, member);
        if (!roles.contains(Role.OWNER)) {
            mustNotBeLastOwner(caller, changed);
        }
        changed.give(roles);
        audit.record(caller, AuditAction.MEMBER_CHANGED, member);
    }

    public void deactivate(Caller caller, UUID member) {
        caller.mustBeAny(Role.ADMIN);
        Member leaving = touchable(caller, member);
        mustNotBeLastOwner(caller, leaving);
        leaving.deactivate();
        audit.record(caller, AuditAction.MEMBER_DEACTIVATED, member);
    }

    public void activate(Caller caller, UUID member) {
        caller.mustBeAny(Role.ADMIN);
        touchable(caller, member).activate();
        audit.record(caller, AuditAction.MEMBER_CHANGED, member);
    }

    /** Forgets a member: what remains is an id in the audit log that leads nowhere. */
    public void remove(Caller caller, UUID member) {
        caller.mustBeAny(Role.ADMIN);
        Member leaving = touchable(caller, member);
        mustNotBeLastOwner(caller, leaving);
        em.remove(leaving);
        audit.record(caller, AuditAction.MEMBER_REMOVED, member);
    }

    private UUID persist(AccountId account, String email, String name, String password, Set<Role> roles) {
        var login = new Member.Login(email, name);
        Member.mustBeAcceptable(password);
        mustBeFree(email, NOBODY);
        Member member = Member.of(account, login, passwords.hash(password), roles, clock.instant());
        em.persist(member);
        em.flush();
        return member.id();
    }

    // The unique index decides when two ask at once; this only says it nicely. It sees other accounts' members as well.
    private void mustBeFree(String email, UUID except) {
        if (logins.isTaken(email, except)) {
            throw InvalidMember.emailTaken();
        }
    }

    private static void mayGrant(Caller caller, Set<Role> roles) {
        if (roles.contains(Role.OWNER) && !caller.isAny(Role.OWNER)) {
            throw new NotAllowed();
        }
    }

    private Member touchable(Caller caller, UUID id) {
        Member member = locked(caller, id);
        if (member.isActiveOwner() && !caller.isAny(Role.OWNER)) {
            throw new NotAllowed();
        }
        return member;
    }

    // Locking the account makes two owners who remove each other at once do so one after the other.
    private Member locked(Caller caller, UUID id) {
        em.find(Account.class, caller.account().value(), LockModeType.PESSIMISTIC_WRITE);
        return member(caller, id);
    }

    private void mustNotBeLastOwner(Caller caller, Member member) {
        long others = em.createQuery(
                        "select count(m) from Member m where m.accountId = :account and m.active = true"
                                + " and m.id <> :id and :owner member of m.roles",
                        Long.class)
                .setParameter("account", caller.account().value())
                .setParameter("id", member.id())
                .setParameter("owner", Role.OWNER)
                .getSingleResult();
        if (member.isActiveOwner() && others == 0) {
            throw InvalidMember.lastOwner();
        }
    }

    private Member member(Caller caller, UUID id) {
        Member member = em.find(Member.class, id);
        if (member == null || !member.caller().account().equals(caller.account())) {
            throw new MemberUnknown();
        }
        return member;
    }
}
