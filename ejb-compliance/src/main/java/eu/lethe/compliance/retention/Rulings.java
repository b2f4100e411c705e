package eu.lethe.compliance.retention;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Says for everything held about a person which rule decides when it goes (SEED-T10, C22). */
@Stateless
@Interceptors(AccountScope.class)
public class Rulings {

    @PersistenceContext
    EntityManager em;

    /** @throws eu.lethe.compliance.subjects.SubjectGone if there is no such person (410) */
    public List<Ruling> about(Caller caller, UUID person) {
        throw new UnsupportedOperationException();
    }
}
