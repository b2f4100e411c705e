package eu.lethe.compliance.erasure;

import java.util.UUID;

/**
 * What whoever asked for an erasure gets at once.
 *
 * @param code proves later that the certificate is about them; known to nobody else and shown once
 */
public record Receipt(UUID job, UUID certificate, String code) {}
