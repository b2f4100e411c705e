package eu.lethe.compliance.personaldata;

import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/** Every place where personal data is, as the register of processing activities needs it (Art. 30 GDPR). */
@Stateless
@Interceptors(AccountScope.class)
public class StoreRegister {

    @PersistenceContext
    EntityManager em;

    @Inject
    AuditLog audit;

    @Inject
    StoreSettings settings;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    @Inject
    Clock clock;

    /** Every store, by kind and name. */
    public List<RegisteredStore> stores(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /**
     * Turns a store on or off, or says where a store outside is.
     *
     * @throws StoreUnknown (404)
     * @throws InvalidStoreChange if it cannot be like that (400)
     */
    public void change(Caller caller, String store, StoreChange change) {
        throw new UnsupportedOperationException();
    }
}
