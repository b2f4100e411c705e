package eu.lethe.compliance.rotation;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.vault.EpochEvents;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Tells the accounts' audit logs about epochs: each event once, in one transaction with the note that it was told. */
@Stateless
@Interceptors(AccountScope.class)
public class RotationLog {

    @PersistenceContext
    EntityManager em;

    @Inject
    EpochEvents events;

    @Inject
    AuditLog audit;

    @AcrossAccounts(because = "the wrapping key is one for the whole installation")
    public List<AccountId> accounts() {
        List<?> rows = em.createNativeQuery("select id from compliance.account order by created_at")
                .getResultList();
        return rows.stream().map(id -> new AccountId((UUID) id)).toList();
    }

    @AcrossAccounts(because = "the wrapping key is one for the whole installation")
    public void catchUp() {
        List<AccountId> accounts = accounts();
        for (EpochEvents.Event event : accounts.isEmpty() ? List.<EpochEvents.Event>of() : events.take()) {
            AuditAction action = event.destroyed() ? AuditAction.KEY_EPOCH_DESTROYED : AuditAction.KEY_EPOCH_BEGUN;
            // The last digits of the id are the epoch's number.
            accounts.forEach(account -> audit.recordOwn(account, action, new UUID(0, event.epoch())));
        }
    }
}
