package eu.lethe.compliance.requests;

import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.erasure.Cause;
import eu.lethe.compliance.erasure.Erasures;
import eu.lethe.compliance.erasure.Receipt;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.restrictions.Ground;
import eu.lethe.compliance.restrictions.Restrictions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    void restrict(List<Subject> people, Ground ground) {
        people.forEach(person -> restrictions.restrict(person, ground));
    }

    /** An objection stops the processing at once, and so does a withdrawal: what is weighed is weighed afterwards (Art. 21(1)). */
    void stop(RequestKind kind, List<Subject> people) {
        if (stopsAtOnce(kind)) {
            restrict(people, groundOf(kind));
        }
    }

    /** Undoes {@link #stop}; a restriction the person asked for on another ground stays. */
    void goOn(RequestKind kind, List<Subject> people) {
        if (stopsAtOnce(kind)) {
            people.stream()
                    .filter(person -> restrictions
                            .groundOf(person)
                            .filter(groundOf(kind)::equals)
                            .isPresent())
                    .forEach(restrictions::lift);
        }
    }

    void correct(List<Subject> people, Amendment correction) {
        people.forEach(person -> contacts.amend(person, correction));
    }

    private static boolean stopsAtOnce(RequestKind kind) {
        return kind == RequestKind.OBJECTION || kind == RequestKind.WITHDRAWAL;
    }

    private static Ground groundOf(RequestKind kind) {
        return kind == RequestKind.OBJECTION ? Ground.OBJECTION : Ground.UNLAWFUL;
    }
}
