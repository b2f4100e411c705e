package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** What somebody who has proved an address may come back with for half an hour, to download what they asked for. */
@ApplicationScoped
class Proofs {

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final String PURPOSE = "request-proof";
    private static final int BODY = 8;
    private static final int MAC = 32;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    String issue(AccountId account, UUID request) {
        byte[] body = ByteBuffer.allocate(BODY)
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        byte[] proof = ByteBuffer.allocate(BODY + MAC)
                .put(body)
                .put(keys.mac(PURPOSE, named(account, request, body)))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    }

    /** @throws ProofInvalid unless it is ours, for this request and fresh (401) */
    void mustBeValid(String proof, AccountId account, UUID request) {
        byte[] bytes = decoded(proof);
        if (bytes.length != BODY + MAC) {
            throw new ProofInvalid();
        }
        byte[] body = Arrays.copyOf(bytes, BODY);
        byte[] mac = Arrays.copyOfRange(bytes, BODY, bytes.length);
        var expires = Instant.ofEpochSecond(ByteBuffer.wrap(body).getLong());
        if (!keys.matches(PURPOSE, named(account, request, body), mac)
                || !clock.instant().isBefore(expires)) {
            throw new ProofInvalid();
        }
    }

    private static byte[] named(AccountId account, UUID request, byte[] body) {
        return ByteBuffer.allocate(4 * Long.BYTES + BODY)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .putLong(request.getMostSignificantBits())
                .putLong(request.getLeastSignificantBits())
                .put(body)
                .array();
    }

    private static byte[] decoded(String proof) {
        try {
            return Base64.getUrlDecoder().decode(proof);
        } catch (IllegalArgumentException notBase64) {
            throw new ProofInvalid();
        }
    }
}
