package eu.lethe.compliance.accounts;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.NotAllowed;
import eu.lethe.compliance.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys by which programs of an account use the API: shown once, kept one-way, for some roles, until a day. */
@Stateless
@Interceptors(AccountScope.class)
public class ApiClients {

    // Fine enough to see that a key is in use, and one write a minute however busy it is.
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    /**
     * @param beginning the first characters of the key, by which a person recognises it
     * @param revokedAt null while the key may be used
     */
    public record ClientView(
            UUID id,
            String name,
            String beginning,
            Set<Role> roles,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /** @param key to be shown now and never again */
    public record Issued(UUID id, String key) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Newest first, those that were revoked or are over included. */
    public List<ClientView> all(Caller caller) {
        caller.mustBeAny(Role.ADMIN);
        return em.createQuery(
                        "select c from ApiClient c where c.accountId = :account order by c.createdAt desc, c.id",
                        ApiClient.class)
                .setParameter("account", caller.account().value())
                .getResultStream()
                .map(ApiClient::view)
                .toList();
    }

    /**
     * Makes a key. Nobody gives a key a role they do not hold themselves, and no key is an owner.
     *
     * @param days how long it may be used: 1 to 366
     */
    public Issued add(Caller caller, String name, Set<Role> roles, int days) {
        caller.mustBeAny(Role.ADMIN);
        mayGrant(caller, roles);
        var key = ApiKey.random();
        var client = ApiClient.of(caller.account(), name, roles, days, key, clock.instant());
        em.persist(client);
        audit.record(caller, AuditAction.API_CLIENT_ADDED, client.id());
        return new Issued(client.id(), key.text());
    }

    /** Ends a key at once; a second time changes nothing. */
    public void revoke(Caller caller, UUID client) {
        caller.mustBeAny(Role.ADMIN);
        em.createQuery("select c from ApiClient c where c.accountId = :account and c.id = :id", ApiClient.class)
                .setParameter("account", caller.account().value())
                .setParameter("id", client)
                .getResultStream()
                .findFirst()
                .orElseThrow(ClientUnknown::new)
                .revoke(clock.instant());
        audit.record(caller, AuditAction.API_CLIENT_REVOKED, client);
    }

    /** Who calls with this key; empty if nobody may. */
    @AcrossAccounts(because = "a key names no account")
    public Optional<Caller> authenticate(String key) {
        Optional<ApiClient> known = ApiKey.of(key)
                .flatMap(
                        form -> em.createQuery("select c from ApiClient c where c.keyDigest = :digest", ApiClient.class)
                                .setParameter("digest", form.digest())
                                .getResultStream()
                                .findFirst())
                .filter(client -> client.isUsable(clock.instant()));
        known.ifPresent(client -> noteUse(client.id()));
        return known.map(ApiClient::caller);
    }

    // One statement, so that calls at the same time neither wait for each other nor write twice.
    private void noteUse(UUID client) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        em.createNativeQuery("update compliance.api_client set last_used_at = ?2"
                        + " where id = ?1 and (last_used_at is null or last_used_at < ?3)")
                .setParameter(1, client)
                .setParameter(2, now)
                .setParameter(3, now.minus(USE_IS_NOTED_EVERY))
                .executeUpdate();
    }

    // A key with more roles than its maker would be a way to gain them.
    private static void mayGrant(Caller caller, Set<Role> roles) {
        if (!caller.isAny(Role.OWNER) && !caller.roles().containsAll(roles)) {
            throw new NotAllowed();
        }
    }
}
