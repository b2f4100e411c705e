package eu.lethe.compliance.requests;

import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.erasure.Cause;
import eu.lethe.compliance.erasure.Erasures;
import eu.lethe.compliance.erasure.Receipt;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.restrictions.Ground;
import eu.lethe.compliance.restrictions.Lifts;
import eu.lethe.compliance.restrictions.Origin;
import eu.lethe.compliance.restrictions.Restrictions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Does to a person's data what was asked for, through the components whose work it is. Always in the order of the people's ids. */
@ApplicationScoped
class Fulfilment {

    @Inject
    Erasures erasures;

    @Inject
    Restrictions restrictions;

    @Inject
    Lifts lifts;

    @Inject
    Contacts contacts;

    List<Receipt> erase(SubjectRequest request, List<Subject> people) {
        return erase(request.kind(), request.id(), people);
    }

    List<Receipt> erase(RequestKind kind, UUID request, List<Subject> people) {
        Cause cause = kind == RequestKind.WITHDRAWAL ? Cause.CONSENT : Cause.REQUEST;
        return people.stream()
                .map(person -> erasures.erase(person, cause, request))
                .toList();
    }

    void restrict(SubjectRequest request, List<Subject> people, Ground ground) {
        people.forEach(person -> restrictions.restrict(person, ground, Origin.PERSON, request.id()));
    }

    /** An objection stops the processing at once, and so does a withdrawal: what is weighed is weighed afterwards (Art. 21(1)). */
    void stop(RequestKind kind, UUID request, List<Subject> people) {
        if (stopsAtOnce(kind)) {
            people.forEach(person -> restrictions.restrict(person, groundOf(kind), Origin.REVIEW, request));
        }
    }

    /** Undoes {@link #stop} for people who took the request back; a restriction on another ground stays. */
    void goOn(SubjectRequest request, List<Subject> people) {
        if (stopsAtOnce(request.kind())) {
            people.forEach(person -> lifts.takenBack(person, request.id()));
        }
    }

    /** Undoes {@link #stop} of a request that was refused, on a day that the people are told before. @return whether it had stopped anything */
    boolean goOnLater(SubjectRequest request, List<Subject> people, LocalDate on) {
        return stopsAtOnce(request.kind())
                && people.stream()
                                .filter(person -> lifts.announce(person, request.id(), on))
                                .toList()
                                .size()
                        > 0;
    }

    void correct(SubjectRequest request, List<Subject> people, Amendment correction) {
        people.forEach(person -> contacts.amend(person, correction, request.id()));
    }

    private static boolean stopsAtOnce(RequestKind kind) {
        return kind == RequestKind.OBJECTION || kind == RequestKind.WITHDRAWAL;
    }

    private static Ground groundOf(RequestKind kind) {
        return kind == RequestKind.OBJECTION ? Ground.OBJECTION : Ground.UNLAWFUL;
    }
}
