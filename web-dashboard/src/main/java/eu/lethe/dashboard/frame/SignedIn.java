package eu.lethe.dashboard.frame;

import eu.lethe.compliance.accounts.Accounts;
import eu.lethe.compliance.accounts.Members;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The member at work. The session only remembers who it is; whether the member is still active and what they may do is
 * asked once per request, so that taking away a role works at once.
 */
@Named
@RequestScoped
public class SignedIn {

    @Inject
    private SecurityContext security;

    @Inject
    private Members members;

    @Inject
    private Accounts accounts;

    private @Nullable Caller caller;
    private Members.@Nullable MemberView me;
    private Accounts.@Nullable AccountView account;

    /** @throws SignedOut if nobody is signed in or the member was deactivated (401) */
    public Caller caller() {
        if (caller == null) {
            var principal = security.getCallerPrincipal();
            if (principal == null) {
                throw new SignedOut();
            }
            caller = members.find(UUID.fromString(principal.getName())).orElseThrow(SignedOut::new);
        }
        return caller;
    }

    public boolean isKnown() {
        return security.getCallerPrincipal() != null;
    }

    public Members.MemberView me() {
        if (me == null) {
            me = members.me(caller());
        }
        return me;
    }

    public Accounts.AccountView account() {
        if (account == null) {
            account = accounts.of(caller());
        }
        return account;
    }

    public boolean isOwner() {
        return caller().isAny(Role.OWNER);
    }

    /** May change sites and members. */
    public boolean isAdmin() {
        return caller().isAny(Role.OWNER, Role.ADMIN);
    }

    /** May change knowledge. */
    public boolean isEditor() {
        return caller().isAny(Role.OWNER, Role.ADMIN, Role.EDITOR);
    }

    /** May answer people who ask about their data, and forget them. */
    public boolean isOfficer() {
        return caller().isAny(Role.OWNER, Role.ADMIN, Role.DPO);
    }

    /** May read what a legal hold keeps. */
    public boolean isKeeper() {
        return caller().isAny(Role.OWNER, Role.DPO);
    }

    /** May look at what officers and programs do. */
    public boolean isWatcher() {
        return isOfficer() || caller().isAny(Role.AUDITOR);
    }

    /** May write down what somebody asks about their data. */
    public boolean isReceiver() {
        return isOfficer() || caller().isAny(Role.AGENT);
    }

    /** One or two letters for the round picture of a member. */
    public String initials() {
        return Initials.of(me().name().isBlank() ? me().email() : me().name());
    }
}
