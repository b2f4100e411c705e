package eu.lethe.compliance.recipients;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sub-processors and partners of an account: who they are, where, and whether they may be given anything yet. */
@Stateless
@Interceptors(AccountScope.class)
public class Recipients {

    /** @param byOperator whether the installation's configuration named them */
    public record RecipientView(
            UUID id,
            RecipientDetails details,
            RecipientState state,
            boolean byOperator,
            Instant createdAt,
            @Nullable Instant announcedAt,
            @Nullable Instant activeFrom,
            @Nullable Instant endedAt) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    Event<RecipientsChanged> changes;

    @Inject
    Clock clock;

    /** Everybody, past ones included, by name. */
    public List<RecipientView> list(Caller caller) {
        return all(caller.account()).toList();
    }

    /** @throws RecipientNotFound (404) */
    public RecipientView one(Caller caller, UUID recipient) {
        return find(caller.account(), recipient, LockModeType.NONE).view(clock.instant());
    }

    /** Those made known, active and ended: for the public page and for a person's report. */
    public List<RecipientView> published(AccountId account) {
        return all(account).filter(recipient -> recipient.announcedAt() != null).toList();
    }

    /** A draft: nobody is told and nothing may be sent yet. */
    public UUID add(Caller caller, RecipientDetails details) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        var recipient = Recipient.drafted(caller.account(), details, clock.instant());
        em.persist(recipient);
        em.flush();
        done(caller, AuditAction.RECIPIENT_ADDED, recipient.id());
        return recipient.id();
    }

    /** @throws RecipientFixed if people were promised something else (409) */
    public void change(Caller caller, UUID recipient, RecipientDetails details) {
        decided(caller, recipient).change(details);
        done(caller, AuditAction.RECIPIENT_CHANGED, recipient);
    }

    /** Makes a draft known: active in thirty days. */
    public void announce(Caller caller, UUID recipient) {
        decided(caller, recipient).announce(clock.instant());
        done(caller, AuditAction.RECIPIENT_ANNOUNCED, recipient);
    }

    /** The controller agrees: active at once. */
    public void approve(Caller caller, UUID recipient) {
        decided(caller, recipient).approve(clock.instant());
        done(caller, AuditAction.RECIPIENT_APPROVED, recipient);
    }

    /** Nothing more goes there from now on; what went there is still told about erasures. */
    public void end(Caller caller, UUID recipient) {
        decided(caller, recipient).end(clock.instant());
        done(caller, AuditAction.RECIPIENT_ENDED, recipient);
    }

    private Stream<RecipientView> all(AccountId account) {
        Instant now = clock.instant();
        return em.createNamedQuery("Recipient.all", Recipient.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(recipient -> recipient.view(now));
    }

    private Recipient decided(Caller caller, UUID recipient) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        return find(caller.account(), recipient, LockModeType.PESSIMISTIC_WRITE);
    }

    private Recipient find(AccountId account, UUID recipient, LockModeType lock) {
        return em.createNamedQuery("Recipient.byId", Recipient.class)
                .setParameter("account", account.value())
                .setParameter("id", recipient)
                .setLockMode(lock)
                .getResultStream()
                .findFirst()
                .orElseThrow(RecipientNotFound::new);
    }

    private void done(Caller caller, AuditAction action, UUID recipient) {
        audit.record(caller, action, recipient);
        changes.fire(new RecipientsChanged(caller.account()));
    }
}
