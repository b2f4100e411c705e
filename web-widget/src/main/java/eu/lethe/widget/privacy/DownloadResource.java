package eu.lethe.widget.privacy;

import eu.lethe.compliance.kernel.Subject;
import eu.lethe.widget.visitors.Admission;
import eu.lethe.widget.visitors.Limits;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visitor's own files. */
@Path("sites/{key}/privacy")
@PermitAll
@RequestScoped
public class DownloadResource {

    @Context
    HttpServletRequest request;

    @Inject
    Admission admission;

    @Inject
    Limits limits;

    @Inject
    Downloads downloads;

    @GET
    @Path("report")
    public Response report(
            @QueryParam("format") @Nullable String format, @QueryParam("language") @Nullable String language) {
        return downloads.report(own(), format, language);
    }

    @GET
    @Path("export")
    public Response export() {
        return downloads.export(own());
    }

    private List<Subject> own() {
        Subject visitor = admission.knownVisitor(request);
        limits.message(visitor);
        return List.of(visitor);
    }
}
