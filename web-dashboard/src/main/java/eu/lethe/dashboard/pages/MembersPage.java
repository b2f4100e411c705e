package eu.lethe.dashboard.pages;

import eu.lethe.compliance.accounts.Members;
import eu.lethe.compliance.accounts.Members.MemberView;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who work here, and what each may do. */
@Named
@ViewScoped
public class MembersPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Members members;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private List<MemberView> all = List.of();
    private String email = "";
    private String name = "";
    private String password = "";
    private Role[] roles = {Role.EDITOR};
    private @Nullable MemberView edited;
    private Role[] editedRoles = {};

    public void load() {
        signedIn.caller().mustBeAny(Role.ADMIN);
        all = members.all(signedIn.caller());
    }

    public void add() {
        if (feedback.attempt(() -> members.add(signedIn.caller(), email, name, password, Set.of(roles)))) {
            feedback.done("member.added", name);
            links.open("/members");
        }
    }

    /** Opens a member's roles for change. */
    public void edit(MemberView member) {
        edited = member;
        editedRoles = member.roles().toArray(Role[]::new);
    }

    public void changeRoles() {
        var member = edited;
        if (member != null
                && feedback.attempt(() -> members.changeRoles(signedIn.caller(), member.id(), Set.of(editedRoles)))) {
            feedback.done("member.roles-changed");
            links.open("/members");
        }
    }

    public void activate(UUID member) {
        if (feedback.attempt(() -> members.activate(signedIn.caller(), member))) {
            feedback.done("member.activated");
        }
        load();
    }

    public void remove(UUID member) {
        if (feedback.attempt(() -> members.remove(signedIn.caller(), member))) {
            feedback.done("member.removed");
        }
        load();
    }

    public void deactivate(UUID member) {
        if (feedback.attempt(() -> members.deactivate(signedIn.caller(), member))) {
            feedback.done("member.deactivated");
        }
        load();
    }

    public List<MemberView> all() {
        return all;
    }

    /** The roles this member may give: only an owner makes owners. */
    public List<Role> grantable() {
        return List.of(Role.values()).stream()
                .filter(role -> role != Role.OWNER || signedIn.isOwner())
                .toList();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public @Nullable MemberView edited() {
        return edited;
    }

    public Role[] getEditedRoles() {
        return editedRoles.clone();
    }

    public void setEditedRoles(Role[] roles) {
        this.editedRoles = roles.clone();
    }

    public Role[] getRoles() {
        return roles.clone();
    }

    public void setRoles(Role[] roles) {
        this.roles = roles.clone();
    }
}
