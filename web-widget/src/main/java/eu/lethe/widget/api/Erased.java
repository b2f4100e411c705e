package eu.lethe.widget.api;

import eu.lethe.compliance.erasure.Receipt;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure that has begun.
 *
 * @param receiptCode for the person, this once
 */
public record Erased(
        UUID erasure,
        UUID certificate,
        String certificateUrl,
        @Nullable String receiptCode) {

    static Erased of(Receipt receipt, UriInfo here) {
        return of(receipt.job(), receipt.certificate(), receipt.code(), here);
    }

    static Erased of(UUID job, UUID certificate, @Nullable String code, UriInfo here) {
        return new Erased(
                job,
                certificate,
                here.getBaseUri().resolve("/certificates/" + certificate).toString(),
                code);
    }

    /** 202: nobody sees it any more, and Location says how what follows stands. */
    Response accepted(UriInfo here) {
        return Response.accepted(this)
                .location(here.getBaseUriBuilder()
                        .path("erasures")
                        .path(erasure.toString())
                        .build())
                .build();
    }
}
