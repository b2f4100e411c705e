package eu.lethe.widget.privacy;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.requests.EmailRequests;
import eu.lethe.widget.visitors.Admission;
import eu.lethe.widget.visitors.Bodies;
import eu.lethe.widget.visitors.Ids;
import eu.lethe.widget.visitors.InvalidRequest;
import eu.lethe.widget.visitors.Limits;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For people who have lost the browser they wrote with: they prove the e-mail address they left. */
@Path("sites/{key}/privacy/code")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class CodeResource {

    /** Either an address and what is asked for, or a request and its code. */
    public record CodeBody(
            @Nullable String email,
            @Nullable String kind,
            @Nullable String detail,
            @Nullable String language,
            @Nullable String request,
            @Nullable String code) {

        /** Never what is in it. */
        @Override
        public String toString() {
            return "code";
        }
    }

    public record Proved(RequestView request, String proof, List<ErasureView.Certified> erased, int portions) {}

    @Context
    HttpServletRequest request;

    @Inject
    Bodies bodies;

    @Inject
    Limits limits;

    @Inject
    EmailRequests requests;

    @POST
    public Response code() throws IOException {
        limits.code(request);
        AccountId account = Admission.siteOf(request).account();
        var body = bodies.read(request, CodeBody.class);
        return body.code() == null ? ask(account, body) : prove(account, body, body.code());
    }

    private Response ask(AccountId account, CodeBody body) {
        if (body.email() == null) {
            throw new InvalidRequest("email-invalid", "This is not an e-mail address.");
        }
        var asked = new EmailRequests.Asked(
                body.email(), Words.kind(body.kind()), body.detail(), Words.language(body.language()));
        limits.ask(request);
        return Response.accepted(requests.ask(account, asked)).build();
    }

    private Response prove(AccountId account, CodeBody body, String code) {
        var proved = requests.prove(account, Ids.of("request", body.request()), code);
        return Response.ok(new Proved(
                        RequestView.of(proved.request()),
                        proved.proof(),
                        ErasureView.of(proved.erased()),
                        proved.portions()))
                .build();
    }
}
