package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.persistence.UuidArray;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.StoreKind;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeClassInterceptors;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** Questions that the model's provider keeps for a while. They go by themselves: an erasure waits for that and says until when. */
@Stateless
@Interceptors(AccountScope.class)
public class ModelProviderData implements PersonalDataStore {

    @PersistenceContext
    EntityManager em;

    @Inject
    Clock clock;

    @Override
    @ExcludeClassInterceptors
    public String name() {
        return ModelRegister.STORE;
    }

    @Override
    @ExcludeClassInterceptors
    public StoreKind kind() {
        return StoreKind.RECIPIENT;
    }

    @Override
    @ExcludeClassInterceptors
    public boolean canBeOff() {
        return true;
    }

    @Override
    public long count(AccountId account, Collection<UUID> people) {
        return (Long) em.createNativeQuery(KeptOutside.COUNT_AT_MODELS)
                .setParameter(1, account.value())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(3, UuidArray.of(people))
                .getSingleResult();
    }

    @Override
    public long erase(AccountId account, Collection<UUID> people, int atMost) {
        return 0;
    }
}
