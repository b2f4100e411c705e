package eu.lethe.widget.api;

import eu.lethe.chat.conversations.LeadStatus;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Transcripts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.restrictions.ReadingReason;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** What visitors and the assistant said (SEED-C15). The key's roles decide; opening a transcript is written down. */
@Path("conversations")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class ConversationsResource {

    public record Lead(@Nullable String leadStatus) {}

    @Inject
    Call call;

    @Inject
    Transcripts transcripts;

    @GET
    public Transcripts.Page list() {
        var filter = new Transcripts.Filter(
                call.idIn("site"),
                call.choice("phase", Phase.class),
                call.choice("leadStatus", LeadStatus.class),
                call.flag("unanswered"),
                call.moment("from"),
                call.moment("to"),
                call.text("query"));
        return transcripts.list(reader(), filter, call.offset(), call.limit());
    }

    @GET
    @Path("{id}")
    public Transcripts.Transcript transcript(@PathParam("id") String id) {
        Caller reader = reader();
        // Of somebody whose data is restricted only for a reason, which goes to the audit log.
        var reason = call.choice("reason", ReadingReason.class);
        return reason == null
                ? transcripts.transcript(reader, Call.id(id))
                : transcripts.transcript(reader, Call.id(id), reason);
    }

    @PUT
    @Path("{id}/lead-status")
    public void setLeadStatus(@PathParam("id") String id) {
        var status = Call.choice("leadStatus", call.body(Lead.class).leadStatus(), LeadStatus.class);
        if (status == null) {
            throw new InvalidCall("leadStatus", "leadStatus is missing.");
        }
        transcripts.setLeadStatus(call.caller(), Call.id(id), status);
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id, @Context UriInfo here) {
        return Erased.of(transcripts.delete(call.caller(), Call.id(id)), here).accepted(here);
    }

    private Caller reader() {
        Caller caller = call.caller();
        caller.mustBeAny(Role.ADMIN, Role.AGENT, Role.DPO, Role.VIEWER);
        return caller;
    }
}
