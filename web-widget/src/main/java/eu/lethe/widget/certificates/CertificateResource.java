package eu.lethe.widget.certificates;

import eu.lethe.compliance.erasure.Certificates;
import eu.lethe.compliance.proof.Digest;
import eu.lethe.compliance.proof.ReceiptCode;
import eu.lethe.compliance.proof.Signed;
import eu.lethe.compliance.proof.Texts;
import eu.lethe.compliance.proof.Verify;
import eu.lethe.compliance.vault.KeyRing;
import eu.lethe.widget.visitors.Limits;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A certificate as a page and as the file the verifier checks, the key it was signed with, and the verifier itself. */
@Path("/")
@PermitAll
@RequestScoped
public class CertificateResource {

    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8;qs=1";
    private static final String JSON = MediaType.APPLICATION_JSON + ";qs=0.9";
    private static final String ONLY_OURSELVES =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The key that signs here. */
    public record Key(String algorithm, String keyId, String publicKey) {}

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo address;

    @Inject
    Limits limits;

    @Inject
    Certificates certificates;

    @Inject
    KeyRing keys;

    @GET
    @Path("{id}")
    @Produces(HTML)
    public Response page(@PathParam("id") String id) {
        return html(find(id), Optional.empty());
    }

    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response document(@PathParam("id") String id) {
        return headed(Response.ok(known(id).text(), MediaType.APPLICATION_JSON_TYPE))
                .build();
    }

    /** The same under an address of its own, for saving. */
    @GET
    @Path("{id}.json")
    public Response file(@PathParam("id") String id) {
        Signed certificate = known(id);
        String name = "certificate-" + certificate.text("certId") + ".json";
        return headed(Response.ok(certificate.text(), MediaType.APPLICATION_JSON_TYPE))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** Whether a receipt code belongs to the certificate. In the body of a request, because addresses end up in logs. */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(HTML)
    public Response check(@PathParam("id") String id, @FormParam("code") @DefaultValue("") String code) {
        Optional<Signed> certificate = find(id);
        boolean opens = certificate
                .flatMap(signed -> ReceiptCode.read(code).filter(typed -> typed.opens(signed)))
                .isPresent();
        return html(certificate, Optional.of(opens));
    }

    @GET
    @Path("key")
    @Produces(HTML)
    public Response keyPage() {
        limits.request(request);
        return headed(Response.ok(KeyPage.of(keys.keyId(), publicKey(), texts())))
                .build();
    }

    @GET
    @Path("key")
    @Produces(JSON)
    public Response key() {
        limits.request(request);
        return headed(Response.ok(new Key("Ed25519", keys.keyId(), publicKey())))
                .build();
    }

    @GET
    @Path("verify.jar")
    public Response verifier() {
        limits.request(request);
        return headed(Response.ok(Verify.class.getResourceAsStream("/verify/verify.jar"), "application/java-archive"))
                .header("Content-Disposition", "attachment; filename=\"verify.jar\"")
                .build();
    }

    @GET
    @Path("style.css")
    public Response style() {
        return headed(Response.ok(
                        CertificateResource.class.getResourceAsStream("certificate.css"), "text/css;charset=UTF-8"))
                .build();
    }

    private Response html(Optional<Signed> certificate, Optional<Boolean> opens) {
        if (certificate.isEmpty()) {
            return headed(Response.status(Response.Status.NOT_FOUND).entity(MissingPage.in(texts())))
                    .build();
        }
        boolean earlier = !certificate.get().keyId().equals(keys.keyId());
        return headed(Response.ok(new CertificatePage(certificate.get(), texts()).html(opens, earlier)))
                .build();
    }

    private Signed known(String id) {
        return find(id).orElseThrow(CertificateNotFound::new);
    }

    private Optional<Signed> find(String id) {
        limits.request(request);
        try {
            return certificates.find(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Texts texts() {
        String asked = address.getQueryParameters().getFirst("lang");
        if (asked != null) {
            return Texts.in(Locale.forLanguageTag(asked));
        }
        return headers.getAcceptableLanguages().stream()
                .filter(wanted -> Texts.LANGUAGES.stream()
                        .anyMatch(known -> known.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .map(Texts::in)
                .orElseGet(() -> Texts.in(Locale.ENGLISH));
    }

    private String publicKey() {
        return Digest.hex(keys.publicKey());
    }

    private static ResponseBuilder headed(ResponseBuilder response) {
        return response.header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", ONLY_OURSELVES)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Vary", "Accept, Accept-Language");
    }
}
