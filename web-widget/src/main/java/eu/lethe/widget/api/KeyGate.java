package eu.lethe.widget.api;

import eu.lethe.compliance.accounts.ApiClients;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Problem;
import eu.lethe.compliance.kernel.ProblemMapper;
import eu.lethe.widget.streams.Wire;
import eu.lethe.widget.visitors.Allowance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The one way into the API: finds out whose key it is, counts, and writes down what was refused. */
@WebFilter(urlPatterns = "/api/v1/*")
public class KeyGate extends HttpFilter {

    private static final System.Logger LOG = System.getLogger(KeyGate.class.getName());
    private static final String CALLER = KeyGate.class.getName() + ".caller";
    private static final String SCHEME = "bearer ";

    @Inject
    ApiClients clients;

    @Inject
    Wire wire;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "lethe.api.requests-per-minute", defaultValue = "600")
    int requestsPerMinute;

    private final LoggedPaths paths = LoggedPaths.of(new Contract().contract());
    private @Nullable Allowance allowance;

    @Override
    public void init() {
        allowance = new Allowance(requestsPerMinute, clock);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try {
            if (!isContract(request)) {
                admit(request);
            }
            chain.doFilter(request, response);
        } catch (Problem problem) {
            refuse(problem, response);
        }
        note(request, response.getStatus());
    }

    /** The client that calls. */
    static Caller callerOf(HttpServletRequest request) {
        return (Caller) request.getAttribute(CALLER);
    }

    private void admit(HttpServletRequest request) {
        Caller caller = clients.authenticate(key(request)).orElseThrow(NotAClient::new);
        if (allowance != null) {
            allowance.take(caller.member());
        }
        request.setAttribute(CALLER, caller);
    }

    // The contract holds no secret, and whoever writes a client reads it before there is a key.
    private static boolean isContract(HttpServletRequest request) {
        return ("/" + Contract.PATH).equals(request.getPathInfo());
    }

    private static String key(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new NotAClient();
        }
        return header.substring(SCHEME.length()).strip();
    }

    private void refuse(Problem problem, HttpServletResponse response) throws IOException {
        Long wait = problem.retryAfterSeconds();
        if (wait != null) {
            response.setHeader("Retry-After", Long.toString(wait));
        }
        if (problem instanceof NotAClient) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setStatus(problem.kind().status());
        response.setContentType(ProblemMapper.PROBLEM_JSON.toString());
        response.getOutputStream()
                .write(wire.write(ProblemMapper.Body.of(problem)).getBytes(StandardCharsets.UTF_8));
    }

    // Somebody who tries other people's ids shows here.
    private void note(HttpServletRequest request, int status) {
        if (status == HttpServletResponse.SC_FORBIDDEN || status == HttpServletResponse.SC_NOT_FOUND) {
            Caller caller = callerOf(request);
            LOG.log(
                    Level.WARNING,
                    "API client {0} of account {1} was refused with {2}: {3} {4}",
                    caller == null ? "none" : caller.member(),
                    caller == null ? "none" : caller.account(),
                    Integer.toString(status),
                    request.getMethod(),
                    request.getServletPath() + paths.shown(request.getPathInfo()));
        }
    }
}
