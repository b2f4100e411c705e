package eu.lethe.dashboard.login;

import eu.lethe.dashboard.frame.Addresses;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Lets a member in who was just checked, and shows the login to everybody else. A class of its own rather than
 * {@code @LoginToContinue}, with which the first page after a login sees no roles; an alternative, because every WAR of the
 * EAR brings a mechanism and each must see only its own.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@AutoApplySession
public class LoginMechanism implements HttpAuthenticationMechanism {

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.getAuthParameters().getCredential() instanceof CheckedMember member) {
            return context.notifyContainerAboutLogin(
                    member.caller().member().toString(),
                    member.caller().roles().stream().map(Enum::name).collect(Collectors.toSet()));
        }
        return context.isProtected() ? toLogin(request, response, context) : context.doNothing();
    }

    private static AuthenticationStatus toLogin(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        boolean ajax = "partial/ajax".equals(request.getHeader("Faces-Request"));
        boolean hadSession = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        String login = request.getContextPath() + "/login" + (hadSession ? "?expired=1&" : "?") + "next="
                + URLEncoder.encode(wanted(request, ajax), StandardCharsets.UTF_8);
        try {
            if (ajax) {
                response.setContentType("text/xml;charset=UTF-8");
                response.getWriter()
                        .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                                + login.replace("&", "&amp;") + "\"></redirect></partial-response>");
            } else {
                response.sendRedirect(login);
            }
            return AuthenticationStatus.SEND_CONTINUE;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String wanted(HttpServletRequest request, boolean ajax) {
        String query = request.getQueryString();
        return Addresses.ours(request.getServletPath() + (query == null || ajax ? "" : "?" + query));
    }
}
