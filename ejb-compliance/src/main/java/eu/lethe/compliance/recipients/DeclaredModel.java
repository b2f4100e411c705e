package eu.lethe.compliance.recipients;

import org.jspecify.annotations.Nullable;

/**
 * What the operator says about the model's provider.
 *
 * @param host of the endpoint
 * @param country two letters, or null if nobody said
 * @param mechanism null if nobody said
 */
public record DeclaredModel(
        String host,
        String name,
        @Nullable String address,
        @Nullable String contact,
        @Nullable String country,
        @Nullable Mechanism mechanism,
        int retentionDays) {}
