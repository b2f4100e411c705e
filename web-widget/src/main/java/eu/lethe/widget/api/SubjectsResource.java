package eu.lethe.widget.api;

import eu.lethe.compliance.calls.Calls;
import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.contacts.Contacts.ContactView;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.reports.AccessReports;
import eu.lethe.compliance.reports.Download;
import eu.lethe.compliance.reports.Exports;
import eu.lethe.compliance.reports.Format;
import eu.lethe.compliance.requests.Liftings;
import eu.lethe.compliance.restrictions.Ground;
import eu.lethe.compliance.restrictions.ReadingReason;
import eu.lethe.compliance.restrictions.Restrictions;
import eu.lethe.compliance.subjects.Standings;
import eu.lethe.compliance.subjects.Standings.Standing;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People: what is held about them, for themselves to read or to take away, and their erasure (SEED-C15). */
@Path("subjects")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class SubjectsResource {

    private static final int LONGEST_EMAIL = 254;

    /** @param restricted whether the data is only kept (Art. 18 GDPR) */
    public record Person(
            UUID id,
            boolean restricted,
            Instant knownSince,
            Instant lastActivityAt,
            @Nullable Instant lastSubmissionAt,
            @Nullable ContactView contact) {

        static Person of(Standing standing, @Nullable ContactView contact) {
            return new Person(
                    standing.subject().id(),
                    standing.restricted(),
                    standing.createdAt(),
                    standing.lastActivityAt(),
                    standing.lastSubmissionAt(),
                    contact);
        }
    }

    /** Whom to find: everybody who left the address. In a body because addresses of requests end up in logs. */
    public record Wanted(@Nullable String email) {}

    public record Found(List<Person> subjects) {}

    /** @param ground of Art. 18(1) GDPR */
    public record Restricted(@Nullable String ground) {}

    @Inject
    Call call;

    @Inject
    Contacts contacts;

    @Inject
    Restrictions restrictions;

    @Inject
    Liftings liftings;

    @Inject
    Clock clock;

    @Inject
    Standings standings;

    @Inject
    AccessReports reports;

    @Inject
    Exports exports;

    @Inject
    Calls calls;

    @POST
    @Path("search")
    public Found search() {
        Caller caller = call.caller();
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        String email = Call.clean("email", call.body(Wanted.class).email(), LONGEST_EMAIL);
        if (email == null) {
            throw new InvalidCall("email", "email is missing.");
        }
        return new Found(people(standings.of(
                caller.account(),
                contacts.withEmail(caller.account(), email).stream()
                        .map(Subject::id)
                        .toList())));
    }

    @GET
    @Path("{id}")
    public Person person(@PathParam("id") String id) {
        return people(List.of(standing(Call.id(id)))).get(0);
    }

    @PUT
    @Path("{id}/restriction")
    public void restrict(@PathParam("id") String id) {
        UUID subject = standing(Call.id(id)).subject().id();
        var ground = Call.choice("ground", call.body(Restricted.class).ground(), Ground.class);
        if (ground == null) {
            throw new InvalidCall("ground", "ground is missing.");
        }
        restrictions.restrict(call.caller(), subject, ground);
    }

    /** The person is told before (Art. 18(3) GDPR). */
    @DELETE
    @Path("{id}/restriction")
    public Response lift(@PathParam("id") String id) {
        UUID subject = standing(Call.id(id)).subject().id();
        LocalDate on = call.day("on");
        var announced = liftings.announce(call.caller(), subject, on == null ? Liftings.usualDay(clock.instant()) : on);
        return Response.accepted(announced).build();
    }

    @GET
    @Path("{id}/report")
    @Produces(MediaType.WILDCARD)
    public Response report(@PathParam("id") String id) {
        UUID subject = standing(Call.id(id)).subject().id();
        var form = call.choice("format", Format.class);
        var tag = call.text("language");
        return file(reports.report(
                call.caller(),
                subject,
                tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag),
                form == null ? Format.JSON : form));
    }

    @GET
    @Path("{id}/export")
    @Produces(MediaType.WILDCARD)
    public Response export(@PathParam("id") String id) {
        return file(
                exports.export(call.caller(), standing(Call.id(id)).subject().id()));
    }

    @POST
    @Path("{id}/erasure")
    public Response erase(@PathParam("id") String id, @Context UriInfo here) {
        UUID subject = Call.id(id);
        String key = call.idempotencyKey();
        // Asked in this order, so that whoever was forgotten in between under the same key is found under the key.
        if (!isKnown(subject) && !calls.isRepeated(call.caller(), subject, key)) {
            throw new NobodyHere();
        }
        var erased = calls.erase(call.caller(), subject, key);
        return Erased.of(erased.job(), erased.certificate(), erased.code(), here)
                .accepted(here);
    }

    private List<Person> people(List<Standing> found) {
        var reason = call.choice("reason", ReadingReason.class);
        var ids = found.stream().map(standing -> standing.subject().id()).toList();
        var left = contacts.of(call.caller(), ids, reason);
        return found.stream()
                .map(standing -> Person.of(standing, left.get(standing.subject().id())))
                .toList();
    }

    private Standing standing(UUID subject) {
        return known(subject).orElseThrow(NobodyHere::new);
    }

    private boolean isKnown(UUID subject) {
        return known(subject).isPresent();
    }

    private Optional<Standing> known(UUID subject) {
        Caller caller = call.caller();
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        return standings.of(caller.account(), subject);
    }

    private static Response file(Download download) {
        return Response.ok(download.bytes(), download.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + download.name() + '"')
                .build();
    }
}
