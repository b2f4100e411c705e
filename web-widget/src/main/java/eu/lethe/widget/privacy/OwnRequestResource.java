package eu.lethe.widget.privacy;

import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.requests.EmailRequests;
import eu.lethe.compliance.requests.OwnRequests;
import eu.lethe.widget.visitors.Admission;
import eu.lethe.widget.visitors.Bodies;
import eu.lethe.widget.visitors.Ids;
import eu.lethe.widget.visitors.Limits;
import eu.lethe.widget.visitors.NotAVisitor;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visitor's requests that somebody has to look at. */
@Path("sites/{key}/privacy/requests")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class OwnRequestResource {

    public record Requests(List<RequestView> requests) {}

    /** @param id made by the widget: sent again it files nothing more */
    public record RequestBody(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String detail,
            @Nullable String language) {}

    @Context
    HttpServletRequest request;

    @Inject
    Admission admission;

    @Inject
    Bodies bodies;

    @Inject
    Limits limits;

    @Inject
    OwnRequests requests;

    @Inject
    EmailRequests byEmail;

    @Inject
    Downloads downloads;

    @GET
    public Requests list() {
        return new Requests(requests.list(admission.knownVisitor(request)).stream()
                .map(RequestView::of)
                .toList());
    }

    @POST
    public Response file() throws IOException {
        Subject visitor = admission.knownVisitor(request);
        limits.message(visitor);
        var body = bodies.read(request, RequestBody.class);
        var asked = new OwnRequests.Asked(
                Ids.of("id", body.id()), Words.kind(body.kind()), body.detail(), Words.language(body.language()));
        return Response.status(Response.Status.CREATED)
                .entity(RequestView.of(requests.file(visitor, asked)))
                .build();
    }

    @DELETE
    @Path("{id}")
    public RequestView cancel(@PathParam("id") String id) {
        return RequestView.of(requests.cancel(admission.knownVisitor(request), Ids.of("request", id)));
    }

    /** For whoever has proved an e-mail address and has no browser's token. */
    @GET
    @Path("{id}/report")
    @Produces(MediaType.WILDCARD)
    public Response report(
            @PathParam("id") String id,
            @QueryParam("part") @DefaultValue("1") int part,
            @QueryParam("format") @Nullable String format,
            @QueryParam("language") @Nullable String language) {
        return downloads.reportProved(Ids.of("request", id), proved(id), part, format, language);
    }

    @GET
    @Path("{id}/export")
    @Produces(MediaType.WILDCARD)
    public Response export(@PathParam("id") String id, @QueryParam("part") @DefaultValue("1") int part) {
        return downloads.exportProved(Ids.of("request", id), proved(id), part);
    }

    private List<Subject> proved(String id) {
        limits.code(request);
        String proof = Admission.bearer(request).orElseThrow(NotAVisitor::new);
        return byEmail.people(Admission.siteOf(request).account(), Ids.of("request", id), proof);
    }
}
