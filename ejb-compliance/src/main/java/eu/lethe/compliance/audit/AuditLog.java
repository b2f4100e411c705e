package eu.lethe.compliance.audit;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends to the audit log, in the transaction that does what is recorded: neither happens without the other. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditLog {

    static final String WORDS = "audit-event.words";

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    public void record(Caller caller, AuditAction action, UUID object) {
        insert(caller.account(), caller.member(), action, object).executeUpdate();
    }

    /**
     * With what the member said about a person, such as why they looked: sealed under the person's key, so that it is
     * forgotten with the person while the event and its seal stay.
     */
    public void record(Caller caller, AuditAction action, UUID object, Subject about, String words) {
        insert(caller.account(), caller.member(), action, object)
                .setParameter(7, about.id().toString())
                .setParameter(8, about.generation())
                .setParameter(9, vault.keyOf(about).seal(WORDS, words))
                .executeUpdate();
    }

    /** For what nobody logged in has done: the application itself, or a visitor. */
    public void recordOwn(AccountId account, AuditAction action, UUID object) {
        insert(account, null, action, object).executeUpdate();
    }

    private Query insert(AccountId account, @Nullable UUID actor, AuditAction action, UUID object) {
        return em.createNativeQuery(
                        "insert into compliance.audit_event (at, account_id, actor, action, object_kind, object_id,"
                                + " subject_id, generation, words) values (?1, ?2, cast(?3 as uuid), ?4, ?5, ?6,"
                                + " cast(?7 as uuid), cast(?8 as integer), cast(?9 as bytea))")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, account.value())
                .setParameter(3, actor == null ? null : actor.toString())
                .setParameter(4, action.name())
                .setParameter(5, action.objectKind())
                .setParameter(6, object)
                .setParameter(7, null)
                .setParameter(8, null)
                .setParameter(9, null);
    }
}
