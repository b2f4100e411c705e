package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.ProblemMapper;
import eu.lethe.widget.streams.Wire;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * What the container refuses by itself, in the same shape as every other problem: no server name, no stack trace, and an id
 * by which the log entry is found.
 */
@WebServlet("/problem")
public class ErrorPage extends HttpServlet {

    private static final Logger LOG = System.getLogger(ErrorPage.class.getName());

    @Inject
    Wire wire;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        response.setContentType(ProblemMapper.PROBLEM_JSON.toString());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(wire.write(body(status, request)).getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemMapper.Body body(int status, HttpServletRequest request) {
        var known = Status.fromStatusCode(status);
        String title = known == null ? "error" : known.getReasonPhrase().toLowerCase(Locale.ROOT);
        return new ProblemMapper.Body(
                "urn:lethe:problem:" + title.replace(' ', '-'), title, status, detail(status, request), null);
    }

    private static String detail(int status, HttpServletRequest request) {
        if (status < 500) {
            return "The request cannot be served.";
        }
        var id = UUID.randomUUID();
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.log(Level.ERROR, "Request failed, error " + id, cause instanceof Throwable thrown ? thrown : null);
        return "Something went wrong on our side; the log names it " + id + ".";
    }
}
