package eu.lethe.widget.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The API's contract, OpenAPI 3.1, for whoever writes a client. */
@Path(Contract.PATH)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class Contract {

    static final String PATH = "openapi.json";

    @GET
    public String contract() {
        try (var in = Contract.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + PATH);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
