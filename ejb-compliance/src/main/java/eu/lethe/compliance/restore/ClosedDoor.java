package eu.lethe.compliance.restore;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Lets nobody in while a restored backup is made safe: 503 for everything but health and what holds nothing about a person. Both
 * web applications put it in front of all they have.
 */
public class ClosedDoor extends HttpFilter {

    // The server answers these itself, from within whichever application is at the root.
    private static final Set<String> FOR_OPERATORS =
            Set.of("/health", "/health/live", "/health/ready", "/health/started", "/metrics");

    private static final String CLOSED =
            "{\"type\":\"urn:lethe:problem:restoring\",\"title\":\"unavailable\",\"status\":503,"
                    + "\"detail\":\"The server is starting, or a backup was restored. Nobody is let in until it is certain that"
                    + " everybody who was forgotten is forgotten still. Try again in a minute.\"}";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (FOR_OPERATORS.contains(request.getRequestURI()) || isOpen()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "10");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "Retry-After");
        if ("OPTIONS".equals(request.getMethod())) {
            // A page that holds the widget cannot read the answer to a request whose preflight fails.
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
            response.setHeader("Access-Control-Allow-Headers", "authorization, content-type, last-event-id");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.getWriter().write(CLOSED);
    }

    // A request may come before the application is there as a whole: nobody can be asked yet, so the door is closed.
    private static boolean isOpen() {
        try {
            return CDI.current().select(RestoreGuard.class).get().isOpen();
        } catch (RuntimeException tooEarly) {
            return false;
        }
    }
}
