package eu.lethe.chat.conversations;

import eu.lethe.chat.search.TranscriptSource;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Expiry;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens for the search index what it may have: nothing of people who are restricted or being forgotten. */
@Stateless
@Interceptors(AccountScope.class)
public class SearchedTranscripts implements TranscriptSource {

    private static final String OF_ACTIVE = " join compliance.subject s on s.account_id = c.account_id"
            + " and s.id = c.subject_id and s.generation = c.generation and s.state = 'ACTIVE'"
            + " where c.account_id = ?1";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Vault vault;

    @Override
    public List<Spoken> spoken(AccountId account, Collection<UUID> messages) {
        List<?> rows = em.createNativeQuery("select m.id, m.subject_id, m.generation, m.conversation_id, c.language,"
                        + " m.created_at, m.sealed_text from chat.conversation c join chat.message m"
                        + " on m.account_id = c.account_id and m.conversation_id = c.id" + OF_ACTIVE
                        + " and m.id = any (cast(?2 as uuid[])) and m.generation = s.generation")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(messages))
                .getResultList();
        Map<Subject, SubjectKey> keys = new HashMap<>();
        return rows.stream()
                .map(row -> spoken(account, (Object[]) row, keys))
                .filter(message -> !message.text().equals(SubjectKey.ERASED))
                .toList();
    }

    @Override
    public Map<UUID, Subject> searchable(AccountId account, Collection<UUID> conversations) {
        List<?> rows = em.createNativeQuery("select c.id, c.subject_id, c.generation from chat.conversation c"
                        + OF_ACTIVE + " and c.id = any (cast(?2 as uuid[]))")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(conversations))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(
                        row -> (UUID) row[0], row -> new Subject(account, (UUID) row[1], (Integer) row[2])));
    }

    @Override
    public Set<UUID> expired(AccountId account, Expiry expiry, Collection<UUID> conversations) {
        String anchor = switch (expiry.anchor()) {
            case CREATED -> "c.started_at";
            case LAST_ACTIVITY -> "c.last_message_at";
            case LAST_SUBMISSION -> "coalesce(s.last_submission_at, s.created_at)";
        };
        List<?> rows = em.createNativeQuery("select c.id from chat.conversation c" + OF_ACTIVE
                        + " and c.id = any (cast(?2 as uuid[])) and " + anchor + " < ?3")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(conversations))
                .setParameter(3, expiry.before().atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    private Spoken spoken(AccountId account, Object[] row, Map<Subject, SubjectKey> keys) {
        var subject = new Subject(account, (UUID) row[1], (Integer) row[2]);
        SubjectKey key = keys.computeIfAbsent(subject, vault::keyOf);
        return new Spoken(
                (UUID) row[0],
                subject,
                (UUID) row[3],
                (String) row[4],
                Columns.instant(row[5]),
                key.open(Message.TEXT, (byte[]) row[6]));
    }
}
