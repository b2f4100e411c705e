package eu.lethe.compliance.personaldata;

import java.time.Instant;
import java.util.UUID;

/** Something a retention period counts for, such as a conversation with its messages, and the times it may count from. */
public record Dated(UUID id, Instant createdAt, Instant lastActivityAt) {}
