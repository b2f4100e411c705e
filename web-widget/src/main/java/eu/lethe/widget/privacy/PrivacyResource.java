package eu.lethe.widget.privacy;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.accounts.Accounts;
import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.contacts.Contacts.ContactView;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.mail.Mailbox;
import eu.lethe.compliance.recipients.RecipientState;
import eu.lethe.compliance.recipients.Recipients;
import eu.lethe.compliance.requests.OwnData;
import eu.lethe.compliance.requests.OwnRequests;
import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.retention.RetentionPolicies;
import eu.lethe.widget.privacy.Notice.PersonState;
import eu.lethe.widget.visitors.Admission;
import eu.lethe.widget.visitors.Bodies;
import eu.lethe.widget.visitors.Limits;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is held about a visitor, and what is done about it at once. The gate has admitted the page before. */
@Path("sites/{key}/privacy")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class PrivacyResource {

    /** A contact as it is to be. */
    public record ContactBody(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language) {}

    public record ErasureBody(@Nullable String language) {}

    public record RestrictionBody(
            @Nullable String ground, @Nullable String language) {}

    public record Restricted(PersonState state) {}

    @Context
    HttpServletRequest request;

    @Inject
    Admission admission;

    @Inject
    Bodies bodies;

    @Inject
    Limits limits;

    @Inject
    Accounts accounts;

    @Inject
    OwnData ownData;

    @Inject
    OwnRequests requests;

    @Inject
    Contacts contacts;

    @Inject
    RetentionPolicies policies;

    @Inject
    Recipients recipients;

    @Inject
    Mailbox mailbox;

    @GET
    public Notice notice() {
        PublishedSite site = Admission.siteOf(request);
        Optional<OwnData.Standing> standing = admission.visitor(request, site).map(ownData::standing);
        return new Notice(
                Notice.Controller.of(accounts.name(site.account()), site),
                standing.isPresent(),
                standing.map(known -> known.restricted() ? PersonState.RESTRICTED : PersonState.ACTIVE)
                        .orElse(null),
                standing.map(OwnData.Standing::restrictions).orElse(List.of()).stream()
                        .map(Notice.Limit::of)
                        .toList(),
                standing.map(OwnData.Standing::held).orElse(List.of()),
                policies.periods(site.account()).stream().map(Notice.Period::of).toList(),
                recipients.published(site.account()).stream()
                        .filter(recipient -> recipient.state() == RecipientState.ACTIVE)
                        .map(Notice.Receiver::of)
                        .toList(),
                List.of(RequestKind.values()),
                mailbox.isConfigured(site.account()));
    }

    @GET
    @Path("contact")
    public ContactView contact() {
        return contacts.own(admission.knownVisitor(request));
    }

    @PUT
    @Path("contact")
    public ContactView correct() throws IOException {
        Subject visitor = counted();
        var body = bodies.read(request, ContactBody.class);
        var correction = new Contacts.Correction(body.name(), body.email(), body.phone());
        return requests.correct(visitor, correction, Words.language(body.language()));
    }

    @POST
    @Path("erasure")
    public Response erase() throws IOException {
        Subject visitor = counted();
        var body = bodies.read(request, ErasureBody.class);
        var forgotten = requests.erase(visitor, Words.language(body.language()));
        return Response.accepted(new ErasureView(forgotten.request(), ErasureView.of(forgotten.erased())))
                .build();
    }

    @PUT
    @Path("restriction")
    public Restricted restrict() throws IOException {
        Subject visitor = counted();
        var body = bodies.read(request, RestrictionBody.class);
        requests.restrict(visitor, Words.ground(body.ground()), Words.language(body.language()));
        return new Restricted(PersonState.RESTRICTED);
    }

    @DELETE
    @Path("restriction")
    public Restricted lift() {
        return new Restricted(requests.lift(counted()) ? PersonState.ACTIVE : PersonState.RESTRICTED);
    }

    private Subject counted() {
        Subject visitor = admission.knownVisitor(request);
        limits.message(visitor);
        return visitor;
    }
}
