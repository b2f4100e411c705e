package eu.lethe.compliance.recipients;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient is told, as OpenDSR 2.0 writes a request. What is the recipient's own goes into its own extension: what it calls the
 * person, and where it gets what was put right. The values themselves are never in it.
 */
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

    /**
     * @param fields of a rectification: what was put right, such as {@code email}
     * @param valuesUrl where that is to be had, with the token as {@code Authorization: Bearer}
     */
    public record Extension(
            List<String> recordIds,
            @Nullable List<String> fields,
            @Nullable String valuesUrl,
            @Nullable String valuesToken) {}

    private static final Jsonb JSON = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    static NoticeBody of(NoticeLedger.Attempt attempt, URI to, NoticeTokens tokens) {
        return new NoticeBody(
                "gdpr",
                attempt.notice(),
                attempt.kind().type(),
                attempt.received().truncatedTo(ChronoUnit.SECONDS).toString(),
                List.of(new Identity(
                        "controller_customer_id", attempt.person().visitor().toString(), "raw")),
                "2.0",
                List.of(tokens.callback(attempt.notice())),
                extensions(attempt, to, tokens));
    }

    private static Map<String, Extension> extensions(NoticeLedger.Attempt attempt, URI to, NoticeTokens tokens) {
        List<String> references = attempt.person().references();
        if (attempt.kind() == NoticeKind.RECTIFICATION) {
            return Map.of(
                    to.getHost(),
                    new Extension(
                            references,
                            names(attempt.fields()),
                            tokens.values(attempt.notice()),
                            tokens.valuesToken(attempt.notice())));
        }
        return references.isEmpty() ? Map.of() : Map.of(to.getHost(), new Extension(references, null, null, null));
    }

    private static List<String> names(Set<FieldClass> fields) {
        return fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    byte[] bytes() {
        return JSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }
}
