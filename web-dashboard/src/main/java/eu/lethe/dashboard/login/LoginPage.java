package eu.lethe.dashboard.login;

import eu.lethe.compliance.accounts.Members;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Networks;
import eu.lethe.dashboard.frame.Addresses;
import eu.lethe.dashboard.frame.Feedback;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The login form, and the way out. */
@Named
@RequestScoped
public class LoginPage {

    private static final String BROWSER = "lethe-browser";
    private static final int HALF_A_YEAR = 180 * 24 * 60 * 60;

    @Inject
    private SecurityContext security;

    @Inject
    private Members members;

    @Inject
    private Networks networks;

    @Inject
    private Feedback feedback;

    @Inject
    private ExternalContext request;

    private String email = "";
    private String password = "";
    private @Nullable String next;
    private @Nullable Caller checked;

    public void signIn() throws IOException {
        if (!feedback.attempt(this::check)) {
            return;
        }
        if (checked == null || !enter(checked)) {
            feedback.refuse("password", "login.refused");
            return;
        }
        remember(checked);
        members.works(checked, FacesContext.getCurrentInstance().getViewRoot().getLocale());
        request.redirect(request.getRequestContextPath() + Addresses.ours(next));
        FacesContext.getCurrentInstance().responseComplete();
    }

    private void check() {
        var network = networks.of((HttpServletRequest) request.getRequest());
        checked = members.authenticate(email, password, Members.Visit.from(network, browser()))
                .orElse(null);
    }

    private @Nullable String browser() {
        return request.getRequestCookieMap().get(BROWSER) instanceof Cookie known ? known.getValue() : null;
    }

    // It opens nothing and tells nothing; whoever tries at this login elsewhere does not hold this browser up.
    private void remember(Caller caller) {
        request.addResponseCookie(
                BROWSER,
                members.browserOf(caller),
                Map.of(
                        "path",
                        request.getRequestContextPath(),
                        "maxAge",
                        HALF_A_YEAR,
                        "httpOnly",
                        true,
                        "secure",
                        request.isSecure(),
                        "SameSite",
                        "Lax"));
    }

    private boolean enter(Caller caller) {
        var status = security.authenticate(
                (HttpServletRequest) request.getRequest(),
                (HttpServletResponse) request.getResponse(),
                AuthenticationParameters.withParams().credential(new CheckedMember(caller)));
        return status == AuthenticationStatus.SUCCESS;
    }

    public void signOut() throws IOException, ServletException {
        ((HttpServletRequest) request.getRequest()).logout();
        request.invalidateSession();
        request.redirect(request.getRequestContextPath() + "/login?bye=1");
        FacesContext.getCurrentInstance().responseComplete();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }
}
