package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.NotPersonal;
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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A program that acts for an account, until a day and never as an owner. */
@Entity
@Table(schema = "compliance", name = "api_client")
class ApiClient {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LIFE_DAYS = 366;

    @Id
    @NotPersonal
    private UUID id;

    @NotPersonal
    @Column(name = "account_id")
    private UUID accountId;

    @NotPersonal
    private String name;

    @NotPersonal
    private String beginning;

    @NotPersonal
    @Column(name = "key_digest")
    private byte[] keyDigest;

    @NotPersonal
    @Column(name = "created_at")
    private Instant createdAt;

    @NotPersonal
    @Column(name = "expires_at")
    private Instant expiresAt;

    @NotPersonal
    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @NotPersonal
    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @NotPersonal
    @ElementCollection
    @CollectionTable(schema = "compliance", name = "api_client_role", joinColumns = @JoinColumn(name = "client_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected ApiClient() {}

    private ApiClient(AccountId account, String name, ApiKey key, Instant now, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.accountId = account.value();
        this.name = name;
        this.beginning = key.beginning();
        this.keyDigest = key.digest();
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    static ApiClient of(AccountId account, String name, Set<Role> roles, int days, ApiKey key, Instant now) {
        if (days < 1 || days > LONGEST_LIFE_DAYS) {
            throw InvalidClient.days();
        }
        if (roles.isEmpty() || roles.contains(Role.OWNER)) {
            throw InvalidClient.roles();
        }
        var client = new ApiClient(account, nameFrom(name), key, now, now.plus(Duration.ofDays(days)));
        client.roles.addAll(roles);
        return client;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    boolean isUsable(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    Caller caller() {
        return new Caller(new AccountId(accountId), id, roles);
    }

    UUID id() {
        return id;
    }

    ApiClients.ClientView view() {
        Set<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        return new ApiClients.ClientView(id, name, beginning, copy, createdAt, expiresAt, lastUsedAt, revokedAt);
    }

    private static String nameFrom(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw InvalidClient.name();
        }
        return stripped;
    }
}
