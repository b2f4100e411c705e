package eu.lethe.compliance.mail;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the postman does in the database, before and after handing a letter over; each a short transaction. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Letters {

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** The letter to hand over now; empty if it is settled, expired or its person erased. */
    public Optional<Opened> take(AccountId account, UUID id) {
        Optional<Letter> waiting = waiting(account, id);
        if (waiting.isPresent() && !waiting.get().isUseful(clock.instant())) {
            settle(account, id, LetterState.EXPIRED);
            return Optional.empty();
        }
        return waiting.map(letter -> letter.opened(vault.keyOf(Letter.ownerOf(account, id))));
    }

    /** Throws away what was in the letter, with its key. */
    public void settle(AccountId account, UUID id, LetterState how) {
        waiting(account, id).ifPresent(letter -> {
            letter.settle(how, clock.instant());
            vault.shred(List.of(id));
        });
    }

    private Optional<Letter> waiting(AccountId account, UUID id) {
        return em.createQuery("select l from Letter l where l.account = :account and l.id = :id", Letter.class)
                .setParameter("account", account.value())
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .filter(Letter::isWaiting);
    }
}
