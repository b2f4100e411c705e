package eu.lethe.widget.recipients;

import eu.lethe.compliance.recipients.Notices;
import eu.lethe.widget.streams.Wire;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The callback of a notice to a recipient (OpenDSR 2.0, section 9). The address itself, told to nobody else, is the proof. */
@Path("acknowledgements/{token}")
@PermitAll
@RequestScoped
public class AcknowledgementResource {

    private static final int LIMIT = 16 * 1024;

    /** What is read of a status callback; underscores are the standard's. */
    public record StatusCallback(
            @Nullable String subject_request_id, @Nullable String request_status) {}

    @Inject
    Notices notices;

    @Inject
    Wire wire;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public void acknowledge(@PathParam("token") String token, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new InvalidCallback();
        }
        StatusCallback callback = wire.read(new String(bytes, StandardCharsets.UTF_8), StatusCallback.class)
                .orElseThrow(InvalidCallback::new);
        if (callback.subject_request_id() == null || callback.request_status() == null) {
            throw new InvalidCallback();
        }
        notices.acknowledged(token, idOf(callback.subject_request_id()), callback.request_status());
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new InvalidCallback();
        }
    }
}
