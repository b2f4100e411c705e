package eu.lethe.compliance.requests;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.contacts.EmailCodes;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.KeyRing;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every way in has in common: a request is written down once, its words are sealed, its person is proved. */
@ApplicationScoped
class Intake {

    private static final int LONGEST_TEXT = 4000;
    private static final String ONCE = "request-once";

    @Inject
    Vault vault;

    @Inject
    KeyRing keys;

    @Inject
    EmailCodes emailCodes;

    @Inject
    IdentityCodes codes;

    @Inject
    Contacts contacts;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Correspondence correspondence;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    static @Nullable String tidy(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > LONGEST_TEXT) {
            throw InvalidFiling.text();
        }
        return text.strip();
    }

    /** What the caller's key for "the same again" is kept as: it may be anything, so not as it is. */
    byte[] once(AccountId account, String key) {
        return keys.mac(ONCE, (account + "|" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** The request filed with this key before. Until the transaction ends nobody else files with the key. */
    Optional<SubjectRequest> again(EntityManager em, AccountId account, byte[] once) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, ByteBuffer.wrap(once).getLong())
                .getResultList();
        return em.createQuery(
                        "select r from SubjectRequest r where r.account = :account and r.onceCode = :once",
                        SubjectRequest.class)
                .setParameter("account", account.value())
                .setParameter("once", once)
                .getResultStream()
                .findFirst();
    }

    /** Keeps what was said; a request without words needs no key. */
    void keep(EntityManager em, SubjectRequest request, RequestWords.Said said) {
        if (said.isNothing()) {
            return;
        }
        SubjectKey key = vault.makeKey(RequestWords.ownerOf(request.account(), request.id()));
        EmailAddress email = said.email();
        byte[] code = email == null ? null : emailCodes.of(request.account(), email);
        em.persist(RequestWords.sealed(request, said, code, key));
        em.flush();
    }

    /** For what is said to a request that came without a word. */
    RequestWords emptyWords(EntityManager em, SubjectRequest request) {
        SubjectKey key = vault.makeKey(RequestWords.ownerOf(request.account(), request.id()));
        var words = RequestWords.sealed(request, new RequestWords.Said(null, null, null), null, key);
        if (!RequestFiles.persons(em, request).isEmpty()) {
            words.areAboutSomebody();
        }
        em.persist(words);
        return words;
    }

    /** Sends a code to the address; the clock waits from now on. */
    IdentityCodes.Sent askForProof(SubjectRequest request, EmailAddress address, IdentityCodes.Wish wish) {
        request.asksForIdentity(clock.instant());
        var sent = codes.issue(request.account(), request.id(), emailCodes.of(request.account(), address), wish);
        correspondence.code(request, address, sent.code());
        return sent;
    }

    /** Everybody known under the address, in the order in which they are to be locked. */
    List<Subject> peopleWith(AccountId account, @Nullable EmailAddress address) {
        return address == null
                ? List.of()
                : contacts.withEmail(account, address.text()).stream()
                        .sorted(Subject.LOCKING_ORDER)
                        .toList();
    }

    /** Takes it as proved that these people ask. What must stop at once stops. */
    void identified(EntityManager em, SubjectRequest request, IdentityMeans means, List<Subject> people) {
        request.identified(means, clock.instant());
        // Whoever is to be restricted is locked by that, before the link takes the weaker lock.
        fulfilment.stop(request.kind(), request.id(), people);
        RequestFiles.link(em, request, people, Link.FOUND_BY_ADDRESS);
        audit.recordOwn(request.account(), AuditAction.REQUEST_IDENTIFIED, request.id());
    }

    /**
     * Destroys what was said in requests from this address of which nobody knows whom they are about: whoever proved that the address
     * is theirs, and wanted to be forgotten, is who asked.
     */
    void forgetUnlinked(EntityManager em, SubjectRequest request, @Nullable EmailAddress proved) {
        if (proved == null || request.identity() != IdentityMeans.EMAIL_CODE) {
            return;
        }
        em.createQuery(
                        "select r from SubjectRequest r, RequestWords w where w.account = :account and r.id = w.request"
                                + " and w.emailCode = :code and w.linked = false and r.id <> :request order by r.id",
                        SubjectRequest.class)
                .setParameter("account", request.account().value())
                .setParameter("code", emailCodes.of(request.account(), proved))
                .setParameter("request", request.id())
                .getResultList()
                .forEach(other -> forgetWords(em, other));
    }

    /** Destroys what was said, with its key: the ledger is all that is left. */
    void forgetWords(EntityManager em, SubjectRequest request) {
        em.createQuery("delete from IdentityCode c where c.account = :account and c.request = :request")
                .setParameter("account", request.account().value())
                .setParameter("request", request.id())
                .executeUpdate();
        em.createQuery("delete from RequestWords w where w.account = :account and w.request = :request")
                .setParameter("account", request.account().value())
                .setParameter("request", request.id())
                .executeUpdate();
        vault.shred(List.of(request.id()));
    }
}
