package eu.lethe.dashboard.pages;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A member's own name, address and passwords while they are typed; lives no longer than its page. */
public class LoginForm implements Serializable {

    private String email = "";
    private String name = "";
    private String oldPassword = "";
    private @Nullable String newPassword;

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

    public String getOldPassword() {
        return oldPassword;
    }

    public void setOldPassword(String oldPassword) {
        this.oldPassword = oldPassword;
    }

    public @Nullable String getNewPassword() {
        return newPassword;
    }

    public void setNewPassword(@Nullable String newPassword) {
        this.newPassword = newPassword == null || newPassword.isEmpty() ? null : newPassword;
    }
}
