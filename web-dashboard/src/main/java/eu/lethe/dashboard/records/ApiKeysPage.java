package eu.lethe.dashboard.records;

import eu.lethe.compliance.accounts.ApiClients;
import eu.lethe.compliance.accounts.ApiClients.ClientView;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys programs call with. A new one is shown once, on the page that made it. */
@Named
@ViewScoped
public class ApiKeysPage implements Serializable {

    private static final int USUAL_DAYS = 90;

    @Inject
    private SignedIn signedIn;

    @Inject
    private ApiClients clients;

    @Inject
    private Feedback feedback;

    @Inject
    private Clock clock;

    private List<ClientView> all = List.of();
    private @Nullable String fresh;
    private @Nullable String freshName;
    private String name = "";
    private Role[] roles = {};
    private int days = USUAL_DAYS;

    public void load() {
        signedIn.caller().mustBeAny(Role.ADMIN);
        all = clients.all(signedIn.caller());
    }

    public void add() {
        fresh = null;
        boolean added = feedback.attempt(() -> fresh =
                clients.add(signedIn.caller(), name, Set.of(roles), days).key());
        if (added) {
            freshName = name;
            name = "";
            load();
        }
    }

    public void revoke(UUID client) {
        if (feedback.attempt(() -> clients.revoke(signedIn.caller(), client))) {
            feedback.done("api-key.revoked.done");
        }
        load();
    }

    /** How a key stands, in the last part of its text's key. */
    public String state(ClientView client) {
        if (client.revokedAt() != null) {
            return "REVOKED";
        }
        return clock.instant().isBefore(client.expiresAt()) ? "ACTIVE" : "EXPIRED";
    }

    public List<ClientView> all() {
        return all;
    }

    /** The key that was made a moment ago, or null. */
    public @Nullable String fresh() {
        return fresh;
    }

    public @Nullable String freshName() {
        return freshName;
    }

    /** What a key may be: nobody gives one a role they do not hold, and no key is an owner. */
    public List<Role> grantable() {
        return Stream.of(Role.ADMIN, Role.DPO, Role.AGENT, Role.EDITOR, Role.VIEWER, Role.AUDITOR)
                .filter(role -> signedIn.isOwner() || signedIn.caller().roles().contains(role))
                .toList();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Role[] getRoles() {
        return roles.clone();
    }

    public void setRoles(Role[] roles) {
        this.roles = roles.clone();
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
