package eu.lethe.compliance.erasure;

import java.util.List;
import java.util.UUID;

/**
 * What whoever asked for an erasure gets at once.
 *
 * @param code proves later that the certificate is about them; known to nobody else and shown once
 * @param kept why something stays for now; empty if nothing does
 */
public record Receipt(UUID job, UUID certificate, String code, List<Kept> kept) {

    Receipt keeping(List<Kept> held) {
        return new Receipt(job, certificate, code, held);
    }
}
