package eu.lethe.compliance.recipients;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The receipt of one call to a language model: what kind of thing went to whom, and how much was taken out of it first
 * (SEED-C26).
 *
 * @param provider host of the endpoint
 * @param country null for a machine of the operator's own
 * @param retentionDays how long the provider keeps what it is sent
 * @param redactions how many values were replaced by placeholders
 * @param requestId what the provider calls the request, if it said
 */
public record Egress(
        UUID recipient,
        String provider,
        String model,
        @Nullable String country,
        int retentionDays,
        Set<FieldClass> fields,
        int redactions,
        @Nullable String requestId,
        Instant sentAt) {

    public Egress {
        fields = Set.copyOf(fields);
    }

    public Egress takenAs(String request) {
        return new Egress(recipient, provider, model, country, retentionDays, fields, redactions, request, sentAt);
    }
}
