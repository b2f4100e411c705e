package eu.lethe.compliance.reports;

import eu.lethe.compliance.kernel.Subject;
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

/** Asks every store what it holds about a person. */
@ApplicationScoped
class Holdings {

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    /** What is in the caller's transaction, by store. */
    public List<Holding> inDatabase(Subject subject) {
        return of(subject, true);
    }

    /** What is elsewhere, asked without a transaction. */
    public List<Holding> elsewhere(Subject subject) {
        return of(subject, false);
    }

    private List<Holding> of(Subject subject, boolean inDatabase) {
        var holdings = new ArrayList<Holding>();
        for (var handle : stores.handles()) {
            PersonalDataStore store = handle.get();
            boolean isDatabase = store.kind() == StoreKind.POSTGRESQL;
            if (store.people() == People.VISITORS && isDatabase == inDatabase) {
                Class<?> home = handle.getBean().getBeanClass();
                store.extract(subject).forEach(extract -> holdings.add(Holding.of(store.name(), home, extract)));
            }
        }
        holdings.sort(Comparator.comparing(Holding::store));
        return holdings;
    }
}
