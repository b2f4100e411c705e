package eu.lethe.widget.api;

import eu.lethe.compliance.erasure.ErasureLedger;
import eu.lethe.compliance.erasure.Progress;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How erasures stand, step by step. Their certificates are public, at {@code /certificates/{id}}. */
@Path("erasures")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class ErasuresResource {

    @Inject
    Call call;

    @Inject
    ErasureLedger ledger;

    @GET
    public Progress.Page list() {
        return ledger.list(call.caller(), call.offset(), call.limit());
    }

    @GET
    @Path("{id}")
    public Progress erasure(@PathParam("id") String id) {
        return ledger.progress(call.caller(), Call.id(id));
    }
}
