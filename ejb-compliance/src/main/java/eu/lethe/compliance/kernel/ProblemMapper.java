package eu.lethe.compliance.kernel;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers a {@link Problem} as {@code application/problem+json} (RFC 9457), in the same shape everywhere. */
public final class ProblemMapper implements ExceptionMapper<Problem> {

    public static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    /** The body: type is a URN so that it never points at a page that is not there. */
    public record Body(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String field) {
        public static Body of(Problem problem) {
            return new Body(
                    "urn:lethe:problem:" + problem.code(),
                    problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    problem.kind().status(),
                    problem.detail(),
                    problem.field());
        }
    }

    @Override
    public Response toResponse(Problem problem) {
        var response =
                Response.status(problem.kind().status()).type(PROBLEM_JSON).entity(Body.of(problem));
        Long wait = problem.retryAfterSeconds();
        return (wait == null ? response : response.header("Retry-After", wait)).build();
    }
}
