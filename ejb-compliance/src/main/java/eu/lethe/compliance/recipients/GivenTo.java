package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.persistence.Columns;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.vault.SubjectKey;
import eu.lethe.compliance.vault.Vault;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one recipient was given about one person, as far as a notice has to know. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class GivenTo {

    private static final String GIVEN = " from compliance.disclosure d join compliance.recipient r"
            + " on r.id = d.recipient_id where d.account_id = ?1 and d.subject_id = ?2 and d.recipient_id = ?3"
            + " and d.state <> 'FAILED'";

    private static final String COUNTED =
            "select count(*), bool_or(coalesce(d.retention_days, r.retention_days) is null),"
                    + " max(d.sent_at + make_interval(days => coalesce(d.retention_days, r.retention_days)))";

    /** @param keptUntil when the last copy will have been dropped, or null if it is kept until told otherwise */
    public record Sent(int copies, @Nullable Instant keptUntil) {}

    @PersistenceContext
    EntityManager em;

    @Inject
    Vault vault;

    /** Copies that hold one of these fields, those that were dropped meanwhile included. */
    public Sent copies(Subject subject, UUID recipient, Set<FieldClass> fields) {
        Object[] row = (Object[]) about(
                        subject,
                        recipient,
                        COUNTED + GIVEN + " and string_to_array(d.fields, ',') && string_to_array(?4, ',')")
                .setParameter(4, FieldClass.names(withAllThatInclude(fields)))
                .getSingleResult();
        return sent(row);
    }

    /** Copies of one conversation: of its answers, and any transcript. */
    public Sent copies(Talk talk, UUID recipient) {
        return sent((Object[]) about(
                        talk.subject(),
                        recipient,
                        COUNTED + GIVEN + " and (d.answer_id = any (cast(?4 as uuid[]))"
                                + " or 'TRANSCRIPT' = any (string_to_array(d.fields, ',')))")
                .setParameter(4, UuidArray.of(talk.entries()))
                .getSingleResult());
    }

    private static Sent sent(Object[] row) {
        boolean untilTold = Boolean.TRUE.equals(row[1]) || row[2] == null;
        return new Sent(((Number) row[0]).intValue(), untilTold ? null : Columns.instant(row[2]));
    }

    /** Which of these fields it was given, by themselves or in a report or an export. */
    public Set<FieldClass> of(Subject subject, UUID recipient, Set<FieldClass> fields) {
        List<?> rows =
                about(subject, recipient, "select distinct d.fields" + GIVEN).getResultList();
        Set<FieldClass> had = EnumSet.noneOf(FieldClass.class);
        rows.forEach(row -> had.addAll(FieldClass.of((String) row)));
        return fields.stream()
                .filter(field -> had.stream().anyMatch(one -> one.includes(field)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FieldClass.class)));
    }

    /** What it calls the person. */
    public List<String> references(Subject subject, UUID recipient) {
        List<?> sealed = about(
                        subject, recipient, "select distinct d.sealed_ref" + GIVEN + " and d.sealed_ref is not null")
                .getResultList();
        if (sealed.isEmpty()) {
            return List.of();
        }
        SubjectKey key = vault.keyOf(subject);
        return sealed.stream()
                .map(one -> Disclosure.opened((byte[]) one, key))
                .distinct()
                .sorted()
                .toList();
    }

    private static Collection<FieldClass> withAllThatInclude(Set<FieldClass> fields) {
        return Arrays.stream(FieldClass.values())
                .filter(one -> fields.stream().anyMatch(one::includes))
                .toList();
    }

    private Query about(Subject subject, UUID recipient, String sql) {
        return em.createNativeQuery(sql)
                .setParameter(1, subject.account().value())
                .setParameter(2, subject.id())
                .setParameter(3, recipient);
    }
}
