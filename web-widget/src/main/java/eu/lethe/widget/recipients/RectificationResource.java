package eu.lethe.widget.recipients;

import eu.lethe.compliance.recipients.NoticeNotFound;
import eu.lethe.compliance.recipients.Notices;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a notice of rectification said is to be had here: the fields that the recipient was given, as they are now. */
@Path("rectifications/{notice}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class RectificationResource {

    private static final String BEARER = "Bearer ";

    /** @param fields what of the rest is given; what is not there although it is, is nothing any more */
    public record Rectified(
            UUID visitor,
            List<String> fields,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    @Inject
    Notices notices;

    @GET
    public Response values(
            @PathParam("notice") String notice,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        Notices.Values values = notices.values(idOf(notice), token(authorization));
        List<String> fields = values.fields().stream()
                .sorted()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .toList();
        return Response.ok(new Rectified(values.visitor(), fields, values.name(), values.email(), values.phone()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static String token(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new NoticeNotFound();
        }
    }
}
