package eu.lethe.compliance.requests;

import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.contacts.Contacts.ContactView;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.restrictions.Lifts;
import eu.lethe.compliance.subjects.SubjectGone;
import eu.lethe.compliance.subjects.Subjects;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Ends restrictions for members: the person is told first, in the panel of their browser and by a letter (Art. 18(3) GDPR). */
@Stateless
@Interceptors(AccountScope.class)
public class Liftings {

    /** How long a person has, if nobody says otherwise, to say something to it. */
    public static final Period NOTICE = Period.ofDays(7);

    /**
     * @param on the day from which on the data may be used again
     * @param mailed whether a letter is on its way; if not, the panel says it alone
     */
    public record Announced(LocalDate on, boolean mailed) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Lifts lifts;

    @Inject
    Subjects subjects;

    @Inject
    Contacts contacts;

    @Inject
    Correspondence correspondence;

    /**
     * @throws eu.lethe.compliance.restrictions.NotRestricted if there is nothing to lift (409)
     * @throws eu.lethe.compliance.restrictions.InvalidLift if the day will not do (400)
     * @throws SubjectGone if the person was erased or is being erased (410)
     */
    public Announced announce(Caller caller, UUID subject, LocalDate on) {
        lifts.announce(caller, subject, on);
        Subject person = subjects.current(caller.account(), subject).orElseThrow(SubjectGone::new);
        boolean mailed = contacts.of(caller, subject)
                .map(ContactView::email)
                .flatMap(EmailAddress::of)
                .map(address -> correspondence.lifting(person, address, languageOf(person), on))
                .orElse(false);
        return new Announced(on, mailed);
    }

    public static LocalDate usualDay(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plus(NOTICE);
    }

    // The one the person used last.
    private String languageOf(Subject person) {
        Optional<String> used = em.createQuery(
                        "select r.language from SubjectRequest r, RequestPerson p where p.account = :account"
                                + " and p.subject = :subject and r.id = p.request order by r.receivedAt desc",
                        String.class)
                .setParameter("account", person.account().value())
                .setParameter("subject", person.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        return used.orElse("en");
    }
}
