package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.HasAccount;
import eu.lethe.compliance.kernel.Subject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure in the hands of one worker, as long as its token is the latest.
 *
 * @param subject whom it forgets; null once nothing can come late any more
 */
public record LeasedJob(
        AccountId account, UUID id, @Nullable UUID subject, int generation, Phase phase, long token)
        implements HasAccount {

    LeasedJob in(Phase reached) {
        return new LeasedJob(account, id, subject, generation, reached, token);
    }

    UUID person() {
        if (subject == null) {
            throw new IllegalStateException("erasure " + id + " is over");
        }
        return subject;
    }

    /** Owns the key under which the job keeps what it must know until it is certified. */
    Subject keyOwner() {
        return new Subject(account, id, Erasures.JOB_KEY);
    }
}
