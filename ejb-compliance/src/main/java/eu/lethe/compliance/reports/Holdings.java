package eu.lethe.compliance.reports;

import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.Extract;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.StoreKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks every store what it holds about a person. */
@ApplicationScoped
class Holdings {

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /**
     * What is in the caller's transaction, by store.
     *
     * @param provedBy the subject request for which an address of the person was proved, or null
     */
    public List<Holding> inDatabase(Subject subject, @Nullable UUID provedBy) {
        return of(subject, true, provedBy);
    }

    /** What is elsewhere, asked without a transaction. */
    public List<Holding> elsewhere(Subject subject) {
        return of(subject, false, null);
    }

    private List<Holding> of(Subject subject, boolean inDatabase, @Nullable UUID provedBy) {
        var holdings = new ArrayList<Holding>();
        for (var handle : stores.handles()) {
            PersonalDataStore store = handle.get();
            boolean isDatabase = store.kind() == StoreKind.POSTGRESQL;
            if (store.people() == People.VISITORS && isDatabase == inDatabase) {
                Class<?> home = handle.getBean().getBeanClass();
                extracts(store, subject, provedBy)
                        .forEach(extract -> holdings.add(Holding.of(store.name(), home, extract)));
            }
        }
        holdings.sort(Comparator.comparing(Holding::store));
        return holdings;
    }

    private static List<Extract> extracts(PersonalDataStore store, Subject subject, @Nullable UUID provedBy) {
        return provedBy == null ? store.extract(subject) : store.extractForOwnerOfAddress(subject, provedBy);
    }
}
