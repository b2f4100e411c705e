package eu.lethe.compliance.personaldata;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.HasAccount;
import eu.lethe.compliance.kernel.Subject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * One conversation of a person, to be erased while the person stays.
 *
 * @param entries ids of everything that was said in it, those of answers to come included
 */
public record Talk(Subject subject, UUID conversation, Set<UUID> entries) implements HasAccount {

    public Talk {
        entries = Set.copyOf(entries);
    }

    @Override
    public AccountId account() {
        return subject.account();
    }

    /** Every id by which a row would be about it. */
    public Collection<UUID> ids() {
        var ids = new HashSet<>(entries);
        ids.add(conversation);
        return ids;
    }
}
