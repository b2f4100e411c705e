package eu.lethe.compliance.accounts;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who work for an account. */
@Stateless
public class Members {

    public record MemberView(
            UUID id,
            String email,
            String name,
            Set<Role> roles,
            boolean active,
            @Nullable Instant lastLoginAt) {}

    /** Checks a login; slow on purpose, and slower after failures (throttled per address of mail). Empty if refused. */
    public Optional<Caller> authenticate(String email, String password) {
        throw new IllegalStateException("owner builds this");
    }

    /** The caller a remembered session belongs to, if the member is still active. */
    public Optional<Caller> find(UUID member) {
        throw new IllegalStateException("owner builds this");
    }

    public UUID add(Caller caller, String email, String name, String password, Set<Role> roles) {
        throw new IllegalStateException("owner builds this");
    }

    /** The first owner of a new account. */
    public UUID addOwner(AccountId account, String email, String name, String password) {
        throw new IllegalStateException("owner builds this");
    }

    public MemberView me(Caller caller) {
        throw new IllegalStateException("owner builds this");
    }

    public List<MemberView> all(Caller caller) {
        throw new IllegalStateException("owner builds this");
    }

    /** Changes the caller's own login; checks the old password first. */
    public void changeLogin(
            Caller caller, String email, String name, String oldPassword, @Nullable String newPassword) {
        throw new IllegalStateException("owner builds this");
    }

    public void deactivate(Caller caller, UUID member) {
        throw new IllegalStateException("owner builds this");
    }
}
