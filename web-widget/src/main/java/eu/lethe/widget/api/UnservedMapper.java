package eu.lethe.widget.api;

import eu.lethe.compliance.kernel.ProblemMapper;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;

/** A path, method or media type that is not served, in the same shape as every other problem. */
public final class UnservedMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException refused) {
        var status = refused.getResponse().getStatusInfo();
        String title = status.getReasonPhrase().toLowerCase(Locale.ROOT);
        return Response.fromResponse(refused.getResponse())
                .type(ProblemMapper.PROBLEM_JSON)
                .entity(new ProblemMapper.Body(
                        "urn:lethe:problem:" + title.replace(' ', '-'),
                        title,
                        status.getStatusCode(),
                        "The API has nothing here; its contract is at /api/v1/openapi.json.",
                        null))
                .build();
    }
}
