package eu.lethe.compliance.contacts;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.restrictions.ReadingReason;
import eu.lethe.compliance.restrictions.Restrictions;
import eu.lethe.compliance.subjects.SubjectGone;
import eu.lethe.compliance.subjects.Subjects;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How people can be reached. */
@Stateless
@Interceptors(AccountScope.class)
public class Contacts {

    /** @param changedAt null as long as nothing was left */
    public record ContactView(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Instant changedAt) {

        static final ContactView NOTHING = new ContactView(null, null, null, null);
    }

    /** What is to be known from now on; null or blank means nothing. */
    public record Correction(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Subjects subjects;

    @Inject
    Vault vault;

    @Inject
    EmailCodes codes;

    @Inject
    Restrictions restrictions;

    @Inject
    AuditLog audit;

    @Inject
    Event<Corrected> corrected;

    @Inject
    Clock clock;

    /** What the person has left; all null if nothing. @throws eu.lethe.compliance.subjects.SubjectGone (410) */
    public ContactView own(Subject subject) {
        subjects.hold(subject);
        return find(subject).map(contact -> contact.view(vault.keyOf(subject))).orElse(ContactView.NOTHING);
    }

    /**
     * Puts it right, or adds what was missing (Art. 16 GDPR); whoever was given it is told (Art. 19).
     *
     * @param request the subject request it answers
     * @throws InvalidContact naming the field (400)
     * @throws eu.lethe.compliance.subjects.SubjectGone (410)
     */
    public ContactView correct(Subject subject, Correction correction, @Nullable UUID request) {
        var wanted = Particulars.of(correction);
        subjects.hold(subject);
        SubjectKey key = vault.keyOf(subject);
        Contact contact = locked(subject);
        Set<String> different = wanted.differencesFrom(contact.view(key));
        if (different.isEmpty()) {
            return contact.view(key);
        }
        EmailAddress email = wanted.email();
        contact.becomes(wanted, email == null ? null : codes.of(subject.account(), email), key, clock.instant());
        corrected.fire(new Corrected(subject, different, request));
        return contact.view(key);
    }

    /**
     * As {@link #correct}, but what the amendment does not name stays.
     *
     * @throws InvalidContact naming the field (400)
     * @throws eu.lethe.compliance.subjects.SubjectGone (410)
     */
    public ContactView amend(Subject subject, Amendment amendment, @Nullable UUID request) {
        subjects.hold(subject);
        // Locked from here on, so that nobody changes meanwhile what is to stay.
        ContactView before = locked(subject).view(vault.keyOf(subject));
        return correct(subject, amendment.appliedTo(before), request);
    }

    /** @throws InvalidContact naming the field that will not do (400) */
    public static void mustBeValid(Amendment amendment) {
        var given = Particulars.of(new Correction(amendment.name(), amendment.email(), amendment.phone()));
        if (given.given().stream().anyMatch(amendment.remove()::contains)) {
            throw InvalidContact.remove();
        }
    }

    /**
     * The contacts of these people, of those who left one. The log keeps whose was read.
     *
     * @param reason without one nothing is read of people whose data is restricted (Art. 18(2) GDPR)
     */
    public Map<UUID, ContactView> of(Caller caller, Collection<UUID> people, @Nullable ReadingReason reason) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        if (people.isEmpty()) {
            return Map.of();
        }
        Set<UUID> restricted = restrictions.among(caller.account(), people);
        var read = new HashMap<UUID, ContactView>();
        em.createQuery("select c from Contact c where c.account = :account and c.subject in :people", Contact.class)
                .setParameter("account", caller.account().value())
                .setParameter("people", people)
                .getResultStream()
                .filter(contact ->
                        reason != null || !restricted.contains(contact.subject().id()))
                .forEach(contact -> {
                    UUID person = contact.subject().id();
                    read.put(person, contact.view(vault.keyOf(contact.subject())));
                    audit.record(caller, reading(restricted.contains(person) ? reason : null), person);
                });
        return read;
    }

    private static AuditAction reading(@Nullable ReadingReason reason) {
        return reason == null ? AuditAction.CONTACT_READ : reason.contactAction();
    }

    /** Everybody, erased people aside, who has left this address, whatever the letters' case. */
    public List<Subject> withEmail(AccountId account, String email) {
        return EmailAddress.of(email)
                .map(address -> withEmail(account, address))
                .orElse(List.of());
    }

    private List<Subject> withEmail(AccountId account, EmailAddress address) {
        return em.createQuery(
                        "select c from Contact c where c.account = :account and c.emailCode = :code", Contact.class)
                .setParameter("account", account.value())
                .setParameter("code", codes.of(account, address))
                .getResultStream()
                .map(Contact::subject)
                .toList();
    }

    // The row is made first, so that two who correct at once do so one after the other.
    private Contact locked(Subject subject) {
        em.createNativeQuery("insert into compliance.contact (subject_id, account_id, generation, changed_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict (subject_id) do nothing")
                .setParameter(1, subject.id())
                .setParameter(2, subject.account().value())
                .setParameter(3, subject.generation())
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return Optional.ofNullable(em.find(Contact.class, subject.id(), LockModeType.PESSIMISTIC_WRITE))
                .filter(contact -> contact.isOf(subject))
                .orElseThrow(SubjectGone::new);
    }

    private Optional<Contact> find(Subject subject) {
        return Optional.ofNullable(em.find(Contact.class, subject.id())).filter(contact -> contact.isOf(subject));
    }
}
