package eu.lethe.widget.recipients;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.recipients.Recipients;
import eu.lethe.widget.streams.Wire;
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

/** The public list of a site's recipients: a page for people, JSON for programs (SEED-C12, SEED-V11). */
@Path("sites/{key}")
@PermitAll
@RequestScoped
public class SiteRecipientsResource {

    private static final int LONGEST_KEY = 100;

    @Inject
    Sites sites;

    @Inject
    Recipients recipients;

    @Inject
    Wire wire;

    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response page(@PathParam("key") String key, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        return answered(ListPage.in(languages).of(list(key)));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(@PathParam("key") String key) {
        return answered(wire.write(list(key)));
    }

    private PublicList list(String key) {
        if (key.length() > LONGEST_KEY) {
            throw new UnknownSite();
        }
        PublishedSite site = sites.published(key).orElseThrow(UnknownSite::new);
        return PublicList.of(site.settings().name(), recipients.published(site.account()));
    }

    private static Response answered(String text) {
        return Response.ok(text)
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .header(HttpHeaders.CACHE_CONTROL, "max-age=60")
                .header("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
