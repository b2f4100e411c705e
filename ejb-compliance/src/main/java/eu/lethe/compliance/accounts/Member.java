package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Role;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for an account. The address stays readable, unlike a visitor's: it is the name they log in with, and it
 * is looked up before anything says whose key would open it. Members are forgotten by removing them.
 */
@Entity
@Table(schema = "compliance", name = "member")
class Member {

    private static final int LONGEST = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_PASSWORD = 10;
    private static final int FREE_ATTEMPTS = 100;

    // Only a sanity check, and one that lets owner@localhost pass: whether an address exists shows when mail arrives.
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");

    @Id
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION)
    private UUID id;

    @NotPersonal
    @Column(name = "account_id")
    private UUID accountId;

    @PersonalData(category = Category.CONTACT, purpose = Purpose.ADMINISTRATION)
    private String email;

    @PersonalData(category = Category.CONTACT, purpose = Purpose.ADMINISTRATION)
    private String name;

    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADMINISTRATION)
    private String language;

    @PersonalData(category = Category.CREDENTIAL, purpose = Purpose.SECURITY)
    @Column(name = "password_hash")
    private String passwordHash;

    @NotPersonal
    private boolean active;

    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.SECURITY)
    @Column(name = "last_login_at")
    private @Nullable Instant lastLoginAt;

    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.SECURITY)
    @Column(name = "failed_logins")
    private int failedLogins;

    @PersonalData(category = Category.SYSTEM_METADATA, purpose = Purpose.SECURITY)
    @Column(name = "locked_until")
    private @Nullable Instant lockedUntil;

    @NotPersonal
    @Column(name = "created_at")
    private Instant createdAt;

    @NotPersonal
    @ElementCollection
    @CollectionTable(schema = "compliance", name = "member_role", joinColumns = @JoinColumn(name = "member_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    private Member(UUID accountId, Login login, String passwordHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.accountId = accountId;
        this.email = login.email();
        this.name = login.name();
        this.language = "en";
        this.passwordHash = passwordHash;
        this.active = true;
        this.createdAt = createdAt;
    }

    static Member of(AccountId account, Login login, String passwordHash, Set<Role> roles, Instant now) {
        var member = new Member(account.value(), login, passwordHash, now);
        member.give(roles);
        return member;
    }

    /** The address somebody logs in with and the name they go by, checked and ready to be kept. */
    record Login(String email, String name) {

        Login {
            email = email.strip();
            name = name.strip();
            if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
                throw InvalidMember.email();
            }
            if (name.isEmpty() || name.length() > LONGEST) {
                throw InvalidMember.name();
            }
        }
    }

    static void mustBeAcceptable(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST) {
            throw InvalidMember.password();
        }
    }

    /** How an address is compared: letters of either case are the same. */
    static String comparable(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether an attempt from a browser that is not known may be made now. */
    boolean mayAttempt(Instant now) {
        return active && (lockedUntil == null || !now.isBefore(lockedUntil));
    }

    /**
     * Counts an attempt to log in, wherever it comes from, before its password is checked, so that guessing from many places
     * gains little. After very many each one opens a growing pause in which no password is looked at; a pause ends by itself, always.
     *
     * @return whether this attempt's password may be looked at
     */
    boolean attempt(Instant now) {
        if (!mayAttempt(now)) {
            return false;
        }
        failedLogins++;
        lockedUntil = Pauses.after(failedLogins, FREE_ATTEMPTS, now);
        return true;
    }

    void loggedIn(Instant now) {
        failedLogins = 0;
        lockedUntil = null;
        lastLoginAt = now;
    }

    void change(Login login, String newPasswordHash) {
        email = login.email();
        name = login.name();
        passwordHash = newPasswordHash;
    }

    void give(Set<Role> wanted) {
        if (wanted.isEmpty()) {
            throw InvalidMember.noRole();
        }
        roles.retainAll(wanted);
        roles.addAll(wanted);
    }

    void works(String in) {
        language = in;
    }

    void deactivate() {
        active = false;
    }

    void activate() {
        active = true;
        failedLogins = 0;
        lockedUntil = null;
    }

    boolean isActiveOwner() {
        return active && roles.contains(Role.OWNER);
    }

    boolean isActive() {
        return active;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String language() {
        return language;
    }

    String passwordHash() {
        return passwordHash;
    }

    Caller caller() {
        return new Caller(new AccountId(accountId), id, roles);
    }

    Members.MemberView view() {
        Set<Role> held = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
        return new Members.MemberView(id, email, name, held, active, lastLoginAt);
    }
}
