package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.proof.ReceiptCode;
import eu.lethe.compliance.vault.ErasureKeys;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down an erasure that begins, in the fence's transaction: the job, its own key, its plan and the receipt for it. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class NewErasures {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Jsonb JSON = JsonbBuilder.create();

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    @Inject
    Plan plan;

    @Inject
    Clock clock;

    /** @param jobKey under which the job keeps what it must remember until it is certified */
    public record Begun(Receipt receipt, SubjectKey jobKey) {}

    public Begun ofPerson(Subject subject, Cause cause, @Nullable UUID request, Words words) {
        Begun begun = write(subject, null, cause, request, words);
        plan.write(subject.account(), begun.receipt().job());
        return begun;
    }

    public Begun ofConversation(Talk talk, Cause cause, Words words) {
        Begun begun = write(talk.subject(), talk, cause, null, words);
        plan.write(talk, begun.receipt().job());
        return begun;
    }

    private Begun write(Subject subject, @Nullable Talk talk, Cause cause, @Nullable UUID request, Words words) {
        var job = UUID.randomUUID();
        var certificate = UUID.randomUUID();
        ReceiptCode code = ReceiptCode.fresh(RANDOM);
        SubjectKey jobKey = vault.addKey(ErasureKeys.ofJob(subject.account(), job));
        em.createNativeQuery("insert into compliance.erasure_job (id, account_id, cause, request_id, subject_id,"
                        + " generation, state, next_at, lease_until, received_at, fenced_at, certificate_id, commitment,"
                        + " sealed_words, scope, conversation_id, entry_ids) values (?1, ?2, ?3, cast(?4 as uuid), ?5, ?6,"
                        + " 'FENCED', ?7, ?7, ?7, ?7, ?8, ?9, ?10, ?11, cast(?12 as uuid), cast(?13 as uuid[]))")
                .setParameter(1, job)
                .setParameter(2, subject.account().value())
                .setParameter(3, cause.name())
                .setParameter(4, request == null ? null : request.toString())
                .setParameter(5, subject.id())
                .setParameter(6, subject.generation())
                .setParameter(7, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(8, certificate)
                .setParameter(9, code.commitment(certificate))
                .setParameter(10, jobKey.seal(Erasures.WORDS, JSON.toJson(words)))
                .setParameter(11, (talk == null ? Scope.PERSON : Scope.CONVERSATION).name())
                .setParameter(12, talk == null ? null : talk.conversation().toString())
                .setParameter(13, talk == null ? null : UuidArray.of(talk.entries()))
                .executeUpdate();
        return new Begun(new Receipt(job, certificate, code.text(), List.of()), jobKey);
    }
}
