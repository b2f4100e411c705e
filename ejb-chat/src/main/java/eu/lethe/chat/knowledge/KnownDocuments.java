package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.persistence.UuidArray;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which documents there are. */
@Stateless
@Interceptors(AccountScope.class)
public class KnownDocuments {

    @PersistenceContext
    EntityManager em;

    /** Those of the documents that there are. */
    public Set<UUID> among(AccountId account, Collection<UUID> documents) {
        List<?> rows = em.createNativeQuery(
                        "select id from chat.document where account_id = ?1 and id = any (cast(?2 as uuid[]))")
                .setParameter(1, account.value())
                .setParameter(2, UuidArray.of(documents))
                .getResultList();
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }
}
