package eu.lethe.widget.api;

import eu.lethe.compliance.recipients.Mechanism;
import eu.lethe.compliance.recipients.Notices;
import eu.lethe.compliance.recipients.RecipientCategory;
import eu.lethe.compliance.recipients.RecipientDetails;
import eu.lethe.compliance.recipients.Recipients;
import eu.lethe.compliance.recipients.Recipients.RecipientView;
import eu.lethe.compliance.recipients.Told;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may be given something, and whom somebody has to tell by hand what became of a person's data. */
@Path("recipients")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class RecipientsResource {

    private static final int LONGEST_TEXT = 2000;

    /** What a program says about a recipient. */
    public record Described(
            @Nullable String name,
            @Nullable String category,
            @Nullable String address,
            @Nullable String contact,
            @Nullable String country,
            @Nullable String mechanism,
            @Nullable Integer retentionDays,
            @Nullable String modelHost,
            @Nullable String noticeUrl) {

        RecipientDetails details() {
            var category = Call.choice("category", category(), RecipientCategory.class);
            var mechanism = Call.choice("mechanism", mechanism(), Mechanism.class);
            if (name() == null || category == null || mechanism == null) {
                throw new InvalidCall("name", "name, category and mechanism are needed.");
            }
            return new RecipientDetails(
                    name(),
                    category,
                    Call.clean("address", address(), LONGEST_TEXT),
                    Call.clean("contact", contact(), LONGEST_TEXT),
                    Call.clean("country", country(), LONGEST_TEXT),
                    mechanism,
                    retentionDays(),
                    Call.clean("modelHost", modelHost(), LONGEST_TEXT),
                    Call.clean("noticeUrl", noticeUrl(), LONGEST_TEXT));
        }
    }

    public record All(List<RecipientView> recipients) {}

    /** @param notices oldest first */
    public record Unheard(List<Told> notices) {}

    @Inject
    Call call;

    @Inject
    Recipients recipients;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    @GET
    public All all() {
        return new All(recipients.list(call.caller()));
    }

    @POST
    public Response add(@Context UriInfo here) {
        UUID added = recipients.add(call.caller(), call.body(Described.class).details());
        return Response.created(
                        here.getAbsolutePathBuilder().path(added.toString()).build())
                .entity(one(added))
                .build();
    }

    @PUT
    @Path("{id}")
    public RecipientView change(@PathParam("id") String id) {
        UUID recipient = one(Call.id(id)).id();
        recipients.change(call.caller(), recipient, call.body(Described.class).details());
        return one(recipient);
    }

    @POST
    @Path("{id}/announcement")
    public RecipientView announce(@PathParam("id") String id) {
        recipients.announce(call.caller(), Call.id(id));
        return one(Call.id(id));
    }

    @POST
    @Path("{id}/approval")
    public RecipientView approve(@PathParam("id") String id) {
        recipients.approve(call.caller(), Call.id(id));
        return one(Call.id(id));
    }

    @DELETE
    @Path("{id}")
    public RecipientView end(@PathParam("id") String id) {
        recipients.end(call.caller(), Call.id(id));
        return one(Call.id(id));
    }

    @GET
    @Path("notices")
    public Unheard unheard() {
        return new Unheard(notices.needingOperator(call.caller()));
    }

    @POST
    @Path("notices/{id}/completion")
    public void toldByHand(@PathParam("id") String id) {
        LocalDate day = call.day("day");
        notices.toldByHand(
                call.caller(), Call.id(id), day == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day);
    }

    private RecipientView one(UUID recipient) {
        return recipients.one(call.caller(), recipient);
    }
}
