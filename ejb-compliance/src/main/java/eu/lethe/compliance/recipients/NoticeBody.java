package eu.lethe.compliance.recipients;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A request to erase as OpenDSR 2.0 writes one; what a recipient itself calls the person goes into its own extension. */
public record NoticeBody(
        String regulation,
        UUID subjectRequestId,
        String subjectRequestType,
        String submittedTime,
        List<Identity> subjectIdentities,
        String apiVersion,
        List<String> statusCallbackUrls,
        Map<String, Extension> extensions) {

    public record Identity(String identityType, String identityValue, String identityFormat) {}

    public record Extension(List<String> recordIds) {}

    private static final Jsonb JSON = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    static NoticeBody of(UUID notice, ForgottenPerson person, Instant received, URI to, String callback) {
        Map<String, Extension> extensions =
                person.references().isEmpty() ? Map.of() : Map.of(to.getHost(), new Extension(person.references()));
        return new NoticeBody(
                "gdpr",
                notice,
                "erasure",
                received.truncatedTo(ChronoUnit.SECONDS).toString(),
                List.of(new Identity("controller_customer_id", person.visitor().toString(), "raw")),
                "2.0",
                List.of(callback),
                extensions);
    }

    byte[] bytes() {
        return JSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }
}
