package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds what belongs to a request. */
final class RequestFiles {

    private RequestFiles() {}

    static Optional<SubjectRequest> find(EntityManager em, AccountId account, UUID id) {
        return find(em, account, id, LockModeType.NONE);
    }

    /** The request, for one at a time to change. @throws RequestNotFound (404) */
    static SubjectRequest locked(EntityManager em, AccountId account, UUID id) {
        return find(em, account, id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(RequestNotFound::new);
    }

    private static Optional<SubjectRequest> find(EntityManager em, AccountId account, UUID id, LockModeType lock) {
        return em.createQuery(
                        "select r from SubjectRequest r where r.account = :account and r.id = :id",
                        SubjectRequest.class)
                .setParameter("account", account.value())
                .setParameter("id", id)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** Whom it is about, in the order in which they are to be locked. */
    static List<Subject> persons(EntityManager em, SubjectRequest request) {
        return links(em, request)
                .map(RequestPerson::subject)
                .sorted(Subject.LOCKING_ORDER)
                .toList();
    }

    /** Those of them whom the request names or who filed it: found by an address, one may be anybody. */
    static List<Subject> named(EntityManager em, SubjectRequest request) {
        return links(em, request)
                .filter(person -> person.link() == Link.NAMED)
                .map(RequestPerson::subject)
                .sorted(Subject.LOCKING_ORDER)
                .toList();
    }

    private static Stream<RequestPerson> links(EntityManager em, SubjectRequest request) {
        return em
                .createQuery(
                        "select p from RequestPerson p where p.account = :account and p.request = :request",
                        RequestPerson.class)
                .setParameter("account", request.account().value())
                .setParameter("request", request.id())
                .getResultList()
                .stream();
    }

    /** What was said; empty for a request without words, or whose person was erased. */
    static Optional<RequestWords> words(EntityManager em, SubjectRequest request) {
        return em.createQuery(
                        "select w from RequestWords w where w.account = :account and w.request = :request",
                        RequestWords.class)
                .setParameter("account", request.account().value())
                .setParameter("request", request.id())
                .getResultStream()
                .findFirst();
    }

    /** Notes whom it is about; who is noted already stays. */
    static void link(EntityManager em, SubjectRequest request, List<Subject> people, Link link) {
        List<Subject> known = persons(em, request);
        for (Subject person : people) {
            if (!known.contains(person)) {
                em.persist(RequestPerson.of(request.id(), person, link));
            }
        }
        // The words are hidden by their people's fence, so the people have to be there first.
        em.flush();
        if (!people.isEmpty()) {
            words(em, request).ifPresent(RequestWords::areAboutSomebody);
        }
    }
}
