package eu.lethe.compliance.audit;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends to the audit log, in the transaction that does what is recorded: neither happens without the other. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditLog {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    public void record(Caller caller, AuditAction action, UUID object) {
        append(caller.account(), caller.member(), action, object);
    }

    /** For what nobody logged in has done: the application itself, or a visitor. */
    public void recordOwn(AccountId account, AuditAction action, UUID object) {
        append(account, null, action, object);
    }

    private void append(AccountId account, @Nullable UUID actor, AuditAction action, UUID object) {
        em.createNativeQuery(
                        "insert into compliance.audit_event (at, account_id, actor, action, object_kind, object_id)"
                                + " values (?1, ?2, cast(?3 as uuid), ?4, ?5, ?6)")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, account.value())
                .setParameter(3, actor == null ? null : actor.toString())
                .setParameter(4, action.name())
                .setParameter(5, action.objectKind())
                .setParameter(6, object)
                .executeUpdate();
    }
}
