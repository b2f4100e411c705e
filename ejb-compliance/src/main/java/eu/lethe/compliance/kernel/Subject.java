package eu.lethe.compliance.kernel;

import java.util.Comparator;
import java.util.UUID;

/**
 * Names a person as the law sees one (Art. 4(1) GDPR): a random id within an account, in one generation. The generation is
 * raised when the person is erased, so that whoever still holds an older one can neither read nor write.
 */
public record Subject(AccountId account, UUID id, int generation) implements HasAccount {

    /**
     * In which people are locked, so that nobody waits for each other for ever: as PostgreSQL orders ids, which Java compares with
     * their signs.
     */
    public static final Comparator<Subject> LOCKING_ORDER =
            Comparator.comparing(subject -> subject.id().toString());
}
