package eu.lethe.compliance.retention;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import java.util.Collection;
import java.util.UUID;

/** A store that is only spoken about. */
record TestStore(String name, String process, boolean goesWithThePerson) implements PersonalDataStore {

    TestStore(String name, String process) {
        this(name, process, false);
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return 0;
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        return 0;
    }
}
