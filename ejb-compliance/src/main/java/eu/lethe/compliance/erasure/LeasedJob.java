package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.HasAccount;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.Talk;
import eu.lethe.compliance.vault.ErasureKeys;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure in the hands of one worker, as long as its token is the latest.
 *
 * @param subject whom it forgets, or of whom; null once nothing can come late any more
 * @param talk the only conversation it is about, or null if it is about the whole person
 */
public record LeasedJob(
        AccountId account,
        UUID id,
        @Nullable UUID subject,
        @Nullable Talk talk,
        Phase phase,
        long token) implements HasAccount {

    LeasedJob in(Phase reached) {
        return new LeasedJob(account, id, subject, talk, reached, token);
    }

    boolean isOfPerson() {
        return talk == null;
    }

    UUID person() {
        if (subject == null) {
            throw new IllegalStateException("erasure " + id + " is over");
        }
        return subject;
    }

    /** What no row may name any more. */
    Collection<UUID> ids() {
        return talk == null ? List.of(person()) : talk.ids();
    }

    long countIn(PersonalDataStore store) {
        return talk == null ? store.count(account, List.of(person())) : store.count(talk);
    }

    long eraseFrom(PersonalDataStore store, int atMost) {
        return talk == null ? store.erase(account, List.of(person()), atMost) : store.erase(talk, atMost);
    }

    /** Owns the key under which the job keeps what it must know until it is certified. */
    Subject keyOwner() {
        return ErasureKeys.ofJob(account, id);
    }
}
