package eu.lethe.compliance.recipients;

import org.jspecify.annotations.Nullable;

/**
 * What has to be known about a recipient: name, address and contact always (EDPB Opinion 22/2024).
 *
 * @param country two letters; may be missing only on the operator's own premises
 * @param retentionDays how long they keep what they are given, 0 for not at all; null if they keep it until told otherwise
 * @param modelHost host of the model's endpoint, for a model provider
 * @param noticeUrl where they take notices of erasure (OpenDSR), or null if they must be told by hand
 */
public record RecipientDetails(
        String name,
        RecipientCategory category,
        @Nullable String address,
        @Nullable String contact,
        @Nullable String country,
        Mechanism mechanism,
        @Nullable Integer retentionDays,
        @Nullable String modelHost,
        @Nullable String noticeUrl) {}
