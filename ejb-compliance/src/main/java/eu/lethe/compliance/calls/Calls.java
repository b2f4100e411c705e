package eu.lethe.compliance.calls;

import eu.lethe.compliance.erasure.Cause;
import eu.lethe.compliance.erasure.ErasureLedger;
import eu.lethe.compliance.erasure.Erasures;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.requests.SubjectRequests;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What programs ask for once, however often they have to ask. */
@Stateless
@Interceptors(AccountScope.class)
public class Calls {

    private static final String PURPOSE = "api-call";
    private static final Duration KEPT = Duration.ofDays(7);

    @PersistenceContext
    EntityManager em;

    @Inject
    Erasures erasures;

    @Inject
    ErasureLedger ledger;

    @Inject
    SubjectRequests requests;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    /** @param code the receipt code, the first time only: nobody keeps it */
    public record Erased(
            UUID job, UUID certificate, @Nullable String code) {}

    /**
     * Forgets the person, in the transaction that remembers the key.
     *
     * @param key the program's idempotency key, or null if it takes its chance
     * @throws IdempotencyKeyReused if the key stands for somebody else's erasure (409)
     */
    public Erased erase(Caller caller, UUID subject, @Nullable String key) {
        String request = "erase " + subject;
        Optional<UUID> earlier = key == null ? Optional.empty() : earlierInTurn(caller, key, request);
        if (earlier.isPresent()) {
            var progress = ledger.progress(caller, earlier.get());
            return new Erased(progress.job(), progress.certificate(), null);
        }
        var receipt = erasures.erase(caller, subject, Cause.DESK);
        if (key != null) {
            remember(caller, key, request, receipt.job());
        }
        return new Erased(receipt.job(), receipt.certificate(), receipt.code());
    }

    /**
     * Files a request, in the transaction that remembers the key.
     *
     * @param body what the program sent: under its key nothing else may be sent
     * @param key the program's idempotency key, or null if it takes its chance
     * @throws IdempotencyKeyReused if the key stands for something else (409)
     */
    public UUID file(Caller caller, SubjectRequests.Filing filing, String body, @Nullable String key) {
        if (key == null) {
            return requests.receive(caller, filing);
        }
        String request = "file " + body;
        Optional<UUID> earlier = earlierInTurn(caller, key, request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        UUID filed = requests.receive(caller, filing);
        remember(caller, key, request, filed);
        return filed;
    }

    /** Forgets keys that no program still waits with. @return how many */
    @AcrossAccounts(because = "works for every account")
    public int dropOld() {
        return em.createNativeQuery("delete from compliance.api_call where made_at < ?1")
                .setParameter(1, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Whether this was asked under the key before, so that it need not be possible any more. */
    public boolean isRepeated(Caller caller, UUID subject, @Nullable String key) {
        return key != null && earlier(caller, key, "erase " + subject).isPresent();
    }

    // Until the transaction ends nobody else asks under the key: of two who ask at once the second gets the first one's
    // answer.
    private Optional<UUID> earlierInTurn(Caller caller, String key, String request) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(
                        1, ByteBuffer.wrap(code(caller.member() + "|" + key)).getLong())
                .getResultList();
        return earlier(caller, key, request);
    }

    private Optional<UUID> earlier(Caller caller, String key, String request) {
        List<?> rows = em.createNativeQuery("select request, result from compliance.api_call"
                        + " where account_id = ?1 and client_id = ?2 and key_code = ?3")
                .setParameter(1, caller.account().value())
                .setParameter(2, caller.member())
                .setParameter(3, code(key))
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            if (!Arrays.equals((byte[]) columns[0], code(request))) {
                throw new IdempotencyKeyReused();
            }
            return Optional.of((UUID) columns[1]);
        }
        return Optional.empty();
    }

    private void remember(Caller caller, String key, String request, UUID result) {
        em.createNativeQuery(
                        "insert into compliance.api_call (account_id, client_id, key_code, request, result, made_at)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, caller.account().value())
                .setParameter(2, caller.member())
                .setParameter(3, code(key))
                .setParameter(4, code(request))
                .setParameter(5, result)
                .setParameter(6, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    // What a program takes for a key may say something about a person; its code under a key of ours does not.
    private byte[] code(String text) {
        return keys.mac(PURPOSE, text.getBytes(StandardCharsets.UTF_8));
    }
}
