package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys by which programs of an account use the API: shown once, kept one-way, for some roles, until a day. */
@Stateless
@Interceptors(AccountScope.class)
public class ApiClients {

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

    /** Newest first, those that were revoked or are over included. */
    public List<ClientView> all(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a key. Nobody gives a key a role they do not hold themselves, and no key is an owner.
     *
     * @param days how long it may be used: 1 to 366
     */
    public Issued add(Caller caller, String name, Set<Role> roles, int days) {
        throw new UnsupportedOperationException();
    }

    /** Ends a key at once; a second time changes nothing. */
    public void revoke(Caller caller, UUID client) {
        throw new UnsupportedOperationException();
    }

    /** Who calls with this key; empty if nobody may. */
    @AcrossAccounts(because = "a key names no account")
    public Optional<Caller> authenticate(String key) {
        throw new UnsupportedOperationException();
    }
}
