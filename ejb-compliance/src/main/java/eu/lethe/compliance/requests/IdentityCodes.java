package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Codes sent to an address to prove that it is somebody's own (Art. 12(6) GDPR): eight digits, kept one-way, a quarter of an hour,
 * five tries. Limits count addresses by their code, known or not, so a refusal tells nothing about who is known.
 */
@Stateless
@Interceptors(AccountScope.class)
public class IdentityCodes {

    /** What became of a try. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** Expired, used, tried too often, or never sent. */
        OVER
    }

    /** At whose wish a code is sent. */
    public enum Wish {
        /** Somebody on the internet, who may be anybody. */
        PERSON,
        MEMBER
    }

    /** A code on its way to the person. */
    public record Sent(String code, Instant expiresAt) {

        /** Never the code. */
        @Override
        public String toString() {
            return "code";
        }
    }

    private static final String PURPOSE = "identity-code";
    private static final int CODES = 100_000_000;
    private static final int AN_HOUR_FOR_AN_ADDRESS = 3;
    private static final int A_DAY_FOR_AN_ADDRESS = 10;
    private static final int AN_HOUR_FOR_ALL = 200;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    EntityManager em;

    @Inject
    KeyRing keys;

    @Inject
    Clock clock;

    /**
     * Makes a code; those made for the request before are no longer good.
     *
     * @param email the blind index of the address it goes to
     * @param wish members have an allowance of their own, so that nobody on the internet uses theirs up
     * @throws TooManyCodes if more were made than a person needs (429)
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Sent issue(AccountId account, UUID request, byte[] email, Wish wish) {
        mustBeFew(account, email, wish);
        Instant now = clock.instant();
        of(account, request).forEach(earlier -> earlier.end(now));
        String code = String.format(Locale.ROOT, "%08d", RANDOM.nextInt(CODES));
        var sent = IdentityCode.sent(account, request, email, coded(request, code), wish, now);
        em.persist(sent);
        return new Sent(code, sent.expiresAt());
    }

    /** Tries a code. Commits by itself, so that a wrong try counts whatever the caller makes of it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Verdict redeem(AccountId account, UUID request, String code) {
        Instant now = clock.instant();
        byte[] given = coded(request, code.strip());
        return of(account, request).stream()
                .map(sent -> sent.attempt(given, now))
                .filter(verdict -> verdict != Verdict.OVER)
                .findFirst()
                .orElse(Verdict.OVER);
    }

    private byte[] coded(UUID request, String code) {
        return keys.mac(PURPOSE, (request + "|" + code).getBytes(StandardCharsets.UTF_8));
    }

    private List<IdentityCode> of(AccountId account, UUID request) {
        return em.createQuery(
                        "select c from IdentityCode c where c.account = :account and c.request = :request"
                                + " order by c.sentAt desc",
                        IdentityCode.class)
                .setParameter("account", account.value())
                .setParameter("request", request)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private void mustBeFew(AccountId account, byte[] email, Wish wish) {
        oneAtATime(email);
        boolean tooMany = sentWithin(Duration.ofHours(1), account, email, wish) >= AN_HOUR_FOR_AN_ADDRESS
                || sentWithin(Duration.ofDays(1), account, email, wish) >= A_DAY_FOR_AN_ADDRESS
                || (wish == Wish.PERSON && sentWithin(Duration.ofHours(1), account) >= AN_HOUR_FOR_ALL);
        if (tooMany) {
            throw new TooManyCodes();
        }
    }

    // Else all who ask at once would find that nobody has asked before.
    private void oneAtATime(byte[] email) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, ByteBuffer.wrap(email).getLong())
                .getResultList();
    }

    private long sentWithin(Duration period, AccountId account, byte[] email, Wish wish) {
        return em.createQuery(
                        "select count(c) from IdentityCode c where c.account = :account and c.emailCode = :email"
                                + " and c.wish = :wish and c.sentAt > :since",
                        Long.class)
                .setParameter("account", account.value())
                .setParameter("email", email)
                .setParameter("wish", wish)
                .setParameter("since", clock.instant().minus(period))
                .getSingleResult();
    }

    private long sentWithin(Duration period, AccountId account) {
        return em.createQuery(
                        "select count(c) from IdentityCode c where c.account = :account and c.wish = :wish"
                                + " and c.sentAt > :since",
                        Long.class)
                .setParameter("account", account.value())
                .setParameter("wish", Wish.PERSON)
                .setParameter("since", clock.instant().minus(period))
                .getSingleResult();
    }
}
