package eu.lethe.compliance.mail;

import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.outbox.Outbox;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way out for letters. */
@Stateless
@Interceptors(AccountScope.class)
public class Mailbox {

    static final String TOPIC = "mail-letter";

    private static final Duration RECENTLY = Duration.ofDays(30);

    /**
     * A letter to one person.
     *
     * @param purpose stable, kebab-case, what it is sent for: {@code identity-code}
     * @param about the person whose erasure takes an unsent letter back; null if nobody is known or the letter must outlive it
     * @param usefulFor how long it makes sense to deliver it; afterwards it is thrown away
     */
    public record Draft(
            String purpose, @Nullable Subject about, EmailAddress to, String subject, String text, Duration usefulFor) {

        /** Never what is in it: it would end up in logs. */
        @Override
        public String toString() {
            return "letter for " + purpose;
        }
    }

    /**
     * @param server host of the mail server, or null if none is configured: then nothing is sent
     * @param waiting letters the server has not taken yet
     * @param refused letters the server refused for good in the last 30 days
     * @param expired letters that could not be sent in time in the last 30 days
     */
    public record Standing(
            @Nullable String server,
            long waiting,
            long refused,
            long expired,
            @Nullable Instant lastSentAt) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    MailServer server;

    @Inject
    Subjects subjects;

    @Inject
    Vault vault;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Whether there is a mail server to give letters to. */
    public boolean isConfigured(AccountId account) {
        return server.isConfigured();
    }

    public Standing standing(Caller caller) {
        return new Standing(
                server.host().orElse(null),
                count(caller, LetterState.WAITING, Instant.EPOCH),
                count(caller, LetterState.REFUSED, clock.instant().minus(RECENTLY)),
                count(caller, LetterState.EXPIRED, clock.instant().minus(RECENTLY)),
                lastSent(caller));
    }

    /**
     * Takes a letter in the caller's transaction and sends it after the commit; empty if there is no mail server.
     *
     * @throws eu.lethe.compliance.subjects.SubjectGone if the person it is about is being erased (410)
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Optional<UUID> send(AccountId account, Draft draft) {
        if (!server.isConfigured()) {
            return Optional.empty();
        }
        if (draft.about() != null) {
            subjects.hold(draft.about());
        }
        UUID id = UUID.randomUUID();
        SubjectKey key = vault.makeKey(Letter.ownerOf(account, id));
        em.persist(Letter.sealed(account, id, draft, key, clock.instant()));
        outbox.put(account, TOPIC, id);
        return Optional.of(id);
    }

    /** Where a letter stands; empty if it was long ago, or its person was erased. */
    public Optional<LetterState> state(AccountId account, UUID letter) {
        return em.createQuery(
                        "select l.state from Letter l where l.account = :account and l.id = :id", LetterState.class)
                .setParameter("account", account.value())
                .setParameter("id", letter)
                .getResultStream()
                .findFirst();
    }

    private long count(Caller caller, LetterState state, Instant since) {
        return em.createQuery(
                        "select count(l) from Letter l where l.account = :account and l.state = :state"
                                + " and l.createdAt >= :since",
                        Long.class)
                .setParameter("account", caller.account().value())
                .setParameter("state", state)
                .setParameter("since", since)
                .getSingleResult();
    }

    private @Nullable Instant lastSent(Caller caller) {
        return em.createQuery(
                        "select l.settledAt from Letter l where l.account = :account and l.state = :sent"
                                + " order by l.settledAt desc",
                        Instant.class)
                .setParameter("account", caller.account().value())
                .setParameter("sent", LetterState.SENT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
