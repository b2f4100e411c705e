package eu.lethe.widget.api;

import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.recipients.Channel;
import eu.lethe.compliance.recipients.Copy;
import eu.lethe.compliance.recipients.Disclosures;
import eu.lethe.compliance.recipients.Disclosures.DisclosureView;
import eu.lethe.compliance.recipients.FieldClass;
import eu.lethe.compliance.subjects.Standings;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a person's data went: a program that put something into another system says so, and the system is told of an erasure. */
@Path("subjects/{id}/disclosures")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class DisclosuresResource {

    private static final int LONGEST_REFERENCE = 500;

    /**
     * @param fields kinds of things that went
     * @param reference what the recipient calls the person
     */
    public record Passed(
            @Nullable String recipient,
            @Nullable List<String> fields,
            @Nullable String reference) {}

    public record Recorded(UUID id) {}

    public record All(List<DisclosureView> disclosures) {}

    @Inject
    Call call;

    @Inject
    Standings standings;

    @Inject
    Disclosures disclosures;

    @GET
    public All all(@PathParam("id") String id) {
        return new All(disclosures.of(person(id, Role.ADMIN, Role.DPO)));
    }

    @POST
    public Response record(@PathParam("id") String id) {
        Subject person = person(id, Role.ADMIN, Role.DPO, Role.AGENT);
        Passed passed = call.body(Passed.class);
        if (passed.recipient() == null) {
            throw new InvalidCall("recipient", "recipient is missing.");
        }
        var copy = new Copy(
                Call.id("recipient", passed.recipient()),
                Channel.API,
                fields(passed.fields()),
                Call.clean("reference", passed.reference(), LONGEST_REFERENCE));
        UUID recorded = disclosures.record(person, copy);
        return Response.status(Response.Status.CREATED)
                .entity(new Recorded(recorded))
                .build();
    }

    private Subject person(String id, Role... roles) {
        Caller caller = call.caller();
        caller.mustBeAny(roles);
        return standings
                .of(caller.account(), Call.id(id))
                .orElseThrow(NobodyHere::new)
                .subject();
    }

    private static Set<FieldClass> fields(@Nullable List<String> names) {
        var fields = EnumSet.noneOf(FieldClass.class);
        for (String name : names == null ? List.<String>of() : names) {
            FieldClass field = Call.choice("fields", name, FieldClass.class);
            if (field != null) {
                fields.add(field);
            }
        }
        return fields;
    }
}
