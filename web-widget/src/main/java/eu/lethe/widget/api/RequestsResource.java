package eu.lethe.widget.api;

import eu.lethe.compliance.calls.Calls;
import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.requests.Caseload;
import eu.lethe.compliance.requests.Channel;
import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.requests.RequestState;
import eu.lethe.compliance.requests.SubjectRequests;
import eu.lethe.widget.streams.Wire;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests of people (Art. 15-22 GDPR) that reached the company elsewhere: filed here, worked on in the dashboard. */
@Path("requests")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class RequestsResource {

    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_EMAIL = 254;

    /** @param receivedOn a day such as 2026-11-23; today if it is missing */
    public record Filed(
            @Nullable String kind,
            @Nullable String email,
            @Nullable String subject,
            @Nullable String text,
            @Nullable Amendment correction,
            @Nullable String language,
            @Nullable String receivedOn) {}

    @Inject
    Call call;

    @Inject
    Caseload cases;

    @Inject
    Calls calls;

    @Inject
    Wire wire;

    @GET
    public Caseload.Page list() {
        var filter = new Caseload.Filter(
                call.choice("state", RequestState.class),
                call.choice("kind", RequestKind.class),
                Boolean.TRUE.equals(call.flag("open")),
                Boolean.TRUE.equals(call.flag("overdue")),
                null);
        return cases.list(call.caller(), filter, call.offset(), call.limit());
    }

    @GET
    @Path("{id}")
    public Caseload.Details request(@PathParam("id") String id) {
        return cases.details(call.caller(), Call.id(id));
    }

    @POST
    public Response file(@Context UriInfo here) {
        Filed filed = call.body(Filed.class);
        var kind = Call.choice("kind", filed.kind(), RequestKind.class);
        if (kind == null) {
            throw new InvalidCall("kind", "kind is missing.");
        }
        UUID request = calls.file(
                call.caller(),
                new SubjectRequests.Filing(
                        kind,
                        Channel.API,
                        Call.clean("email", filed.email(), LONGEST_EMAIL),
                        filed.subject() == null ? null : Call.id("subject", filed.subject()),
                        Call.clean("text", filed.text(), LONGEST_TEXT),
                        correction(filed.correction()),
                        filed.language() == null ? "en" : filed.language(),
                        day(filed.receivedOn()),
                        null),
                wire.write(filed),
                call.idempotencyKey());
        return Response.created(
                        here.getAbsolutePathBuilder().path(request.toString()).build())
                .entity(cases.details(call.caller(), request))
                .build();
    }

    private static @Nullable Amendment correction(@Nullable Amendment correction) {
        if (correction == null) {
            return null;
        }
        return new Amendment(
                Call.clean("correction.name", correction.name(), LONGEST_TEXT),
                Call.clean("correction.email", correction.email(), LONGEST_TEXT),
                Call.clean("correction.phone", correction.phone(), LONGEST_TEXT),
                correction.remove());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new InvalidCall("receivedOn", "receivedOn must be a day such as 2026-11-23.");
        }
    }
}
