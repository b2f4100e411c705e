package eu.lethe.compliance.kernel;

import java.util.Set;
import java.util.UUID;

/** The member on whose behalf a use case runs. */
public record Caller(AccountId account, UUID member, Set<Role> roles) implements HasAccount {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean isAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Refuses unless the member holds one of the roles; owners may do everything. */
    public void mustBeAny(Role... wanted) {
        if (!isAny(Role.OWNER) && !isAny(wanted)) {
            throw new NotAllowed();
        }
    }
}
