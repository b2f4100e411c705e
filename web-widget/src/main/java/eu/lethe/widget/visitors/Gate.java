package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.Problem;
import eu.lethe.compliance.kernel.ProblemMapper;
import eu.lethe.widget.streams.Wire;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The one way into the visitor API: asks whether the page is allowed, answers preflights, counts, and serves the streams,
 * which JAX-RS cannot write without blocking a thread. Everything else goes on to the resources.
 */
@WebFilter(urlPatterns = "/visitor/*", asyncSupported = true)
public class Gate extends HttpFilter {

    @Inject
    Admission admission;

    @Inject
    Limits limits;

    @Inject
    AnswerStreams streams;

    @Inject
    Wire wire;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        try {
            limits.request(request);
            pass(Route.of(request.getPathInfo()), request, response, chain);
        } catch (TooManyRequests tooMany) {
            putOff(tooMany, request, response);
        } catch (Problem problem) {
            refuse(problem, response);
        }
    }

    // Before anybody was asked whether the page is allowed: any may read this, as nothing of ours is in it. A preflight
    // that
    // fails would hide the answer to the request behind it, so it passes.
    private void putOff(TooManyRequests tooMany, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!response.containsHeader(Admission.ALLOWED_ORIGIN)) {
            Admission.letRead("*", response);
        }
        if ("OPTIONS".equals(request.getMethod())) {
            preflight(response);
        } else {
            refuse(tooMany, response);
        }
    }

    private void pass(Route route, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var site = admission.admit(route.key(), request, response);
        if ("OPTIONS".equals(request.getMethod())) {
            preflight(response);
        } else if (route.isMessages() && "POST".equals(request.getMethod())) {
            streams.message(site, request, response);
        } else if (route.isAnswer() && "GET".equals(request.getMethod())) {
            streams.resume(site, route.id(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void preflight(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
        response.setHeader("Access-Control-Allow-Headers", "authorization, content-type, last-event-id");
        response.setHeader("Access-Control-Max-Age", "7200");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void refuse(Problem problem, HttpServletResponse response) throws IOException {
        Long wait = problem.retryAfterSeconds();
        if (wait != null) {
            response.setHeader("Retry-After", Long.toString(wait));
        }
        response.setStatus(problem.kind().status());
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(wire.write(ProblemMapper.Body.of(problem)).getBytes(StandardCharsets.UTF_8));
    }
}
