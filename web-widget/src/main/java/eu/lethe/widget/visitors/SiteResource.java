package eu.lethe.widget.visitors;

import eu.lethe.chat.conversations.Conversations;
import eu.lethe.chat.conversations.Transcripts;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.widget.streams.RunningAnswers;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a visitor may ask of a site besides answers. The gate has admitted the page before. */
@Path("sites/{key}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class SiteResource {

    /** A verdict on an answer; any other value than true and false would silently be read as false. */
    public record Rating(@Nullable Object helpful) {}

    @Context
    HttpServletRequest request;

    @Inject
    Admission admission;

    @Inject
    Bodies bodies;

    @Inject
    RunningAnswers running;

    @Inject
    Conversations conversations;

    @Inject
    Transcripts transcripts;

    @GET
    public Response look() {
        return Response.ok(PublicLook.of(Admission.siteOf(request)))
                .header("Cache-Control", "max-age=60")
                .build();
    }

    @GET
    @Path("conversations/{id}")
    public OwnTranscript conversation(@PathParam("id") String id) {
        return OwnTranscript.of(transcripts.own(admission.knownVisitor(request), Ids.of("conversation", id)));
    }

    @POST
    @Path("answers/{id}/stop")
    public void stop(@PathParam("id") String id) {
        Subject visitor = admission.knownVisitor(request);
        running.find(Ids.of("answer", id))
                .filter(answer -> answer.turn().subject().equals(visitor))
                .ifPresent(answer -> answer.stop());
    }

    @POST
    @Path("messages/{id}/rating")
    public void rate(@PathParam("id") String id) throws IOException {
        Subject visitor = admission.knownVisitor(request);
        if (bodies.read(request, Rating.class).helpful() instanceof Boolean helpful) {
            conversations.rate(visitor, Ids.of("message", id), helpful);
        } else {
            throw new InvalidRequest("rating-missing", "helpful must be true or false.");
        }
    }
}
