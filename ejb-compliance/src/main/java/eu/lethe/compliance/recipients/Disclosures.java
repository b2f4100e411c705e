package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.StoreSettings;
import eu.lethe.compliance.restrictions.Restrictions;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was given to whom about a person: the ledger that reports and notices are written from. */
@Stateless
@Interceptors(AccountScope.class)
public class Disclosures {

    public enum State {
        /** About to be sent, or sent by a server that died: counts as sent. */
        INTENDED,
        SENT,
        /** Certainly not sent. */
        FAILED
    }

    /**
     * @param answer the answer a model was asked for
     * @param country null for a machine of the operator's own
     * @param retentionDays how long the recipient keeps it; null if until told otherwise
     */
    public record DisclosureView(
            UUID id,
            UUID recipient,
            String recipientName,
            RecipientCategory category,
            Channel channel,
            State state,
            Set<FieldClass> fields,
            @Nullable UUID answer,
            @Nullable String model,
            @Nullable String country,
            @Nullable Integer retentionDays,
            int redactions,
            Instant sentAt) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    Restrictions restrictions;

    @Inject
    StoreSettings stores;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /**
     * Writes down that something is about to be sent, committed when this returns; nothing may be sent before.
     *
     * @throws eu.lethe.compliance.personaldata.StoreOff if the account passes nothing on (409)
     * @throws NotARecipient if the recipient is not an active one of this account (409)
     * @throws eu.lethe.compliance.restrictions.ProcessingRestricted if the person's data may only be stored (403)
     * @throws eu.lethe.compliance.subjects.SubjectGone if the person was erased or is being erased (410)
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public UUID intend(Subject subject, Copy copy) {
        subjects.hold(subject);
        restrictions.mustBeFree(subject);
        stores.mustBeOn(subject.account(), RecipientsData.STORE);
        if (!recipient(subject.account(), copy.recipient()).isActive(clock.instant())) {
            throw new NotARecipient();
        }
        return keep(subject, Disclosure.intended(subject, copy, clock.instant()), copy.reference());
    }

    /** @param reference what the recipient calls the person, if it said only now */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void sent(Subject subject, UUID disclosure, @Nullable String reference) {
        subjects.hold(subject);
        find(subject, disclosure).ifPresent(sent -> {
            sent.wasSent(clock.instant());
            sent.isCalled(reference, vault.keyOf(subject));
        });
    }

    /** Certainly not sent; when in doubt it stays intended. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(Subject subject, UUID disclosure) {
        subjects.hold(subject);
        find(subject, disclosure).ifPresent(Disclosure::wasNotSent);
    }

    /**
     * Something that went already: an integrator pulled it through the API and says where it went. Also to somebody who is no
     * recipient any more, for it is better known than not.
     */
    public UUID record(Subject subject, Copy copy) {
        subjects.hold(subject);
        recipient(subject.account(), copy.recipient());
        var gone = Disclosure.intended(subject, copy, clock.instant());
        gone.wasSent(clock.instant());
        return keep(subject, gone, copy.reference());
    }

    /** The receipt of a model call, in the transaction that stores the answer and holds the subject. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void answered(Subject subject, UUID answer, Egress egress) {
        em.persist(Disclosure.toModel(subject, answer, egress));
    }

    /** Everything given to anybody about the person, newest first. */
    public List<DisclosureView> of(Subject subject) {
        return em.createNamedQuery("Disclosure.ofSubject", Object[].class)
                .setParameter("account", subject.account().value())
                .setParameter("subject", subject.id())
                .getResultStream()
                .map(row -> ((Disclosure) row[0]).view((Recipient) row[1]))
                .toList();
    }

    private UUID keep(Subject subject, Disclosure disclosure, @Nullable String reference) {
        disclosure.isCalled(reference, vault.keyOf(subject));
        em.persist(disclosure);
        em.flush();
        return disclosure.id();
    }

    private Recipient recipient(AccountId account, UUID id) {
        return em.createNamedQuery("Recipient.byId", Recipient.class)
                .setParameter("account", account.value())
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(RecipientNotFound::new);
    }

    private Optional<Disclosure> find(Subject subject, UUID disclosure) {
        return em.createNamedQuery("Disclosure.byId", Disclosure.class)
                .setParameter("account", subject.account().value())
                .setParameter("subject", subject.id())
                .setParameter("id", disclosure)
                .getResultStream()
                .findFirst();
    }
}
