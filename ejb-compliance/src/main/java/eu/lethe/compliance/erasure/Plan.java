package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.personaldata.PersonalDataStore;
import eu.lethe.compliance.personaldata.PersonalDataStore.People;
import eu.lethe.compliance.personaldata.StoreKind;
import eu.lethe.compliance.personaldata.Talk;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** Writes down, in the fence's transaction, what is to be done in which store. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Plan {

    /** The two databases as a whole: purged and searched through, whatever the stores in them say. */
    static final String DATABASES = "databases";

    /** Whoever was given something about the person. */
    static final String RECIPIENTS = "recipients";

    /** Logs and temporary files of the server, which must never hold a word of anybody. */
    static final String SERVER_FILES = "server-files";

    @PersistenceContext
    EntityManager em;

    @Inject
    @Any
    Instance<PersonalDataStore> stores;

    public void write(AccountId account, UUID job) {
        for (PersonalDataStore store : stores) {
            // What is with recipients is told, not deleted.
            if (store.people() == People.VISITORS && store.kind() != StoreKind.RECIPIENT) {
                add(account, job, store.name(), Action.DELETE, method(store.kind()));
                add(account, job, store.name(), Action.VERIFY, look(store.kind()));
            }
        }
        everywhere(account, job);
    }

    /** The same for one conversation: only stores that hold something by conversation have a part in it. */
    public void write(Talk talk, UUID job) {
        AccountId account = talk.account();
        for (PersonalDataStore store : stores) {
            if (store.holdsConversations()) {
                // The key stays: what else the person said is read with it.
                String how = store.kind() == StoreKind.POSTGRESQL ? "delete" : method(store.kind());
                add(account, job, store.name(), Action.DELETE, how);
                add(account, job, store.name(), Action.VERIFY, look(store.kind()));
            }
        }
        everywhere(account, job);
    }

    private void everywhere(AccountId account, UUID job) {
        add(account, job, RECIPIENTS, Action.TELL, "notice");
        add(account, job, DATABASES, Action.PURGE, "vacuum");
        add(account, job, DATABASES, Action.VERIFY, "id-and-word-scan");
        add(account, job, SERVER_FILES, Action.VERIFY, "id-and-word-search");
        add(account, job, DATABASES, Action.RESCAN, "id-scan");
    }

    private static String method(StoreKind kind) {
        return switch (kind) {
            case POSTGRESQL -> "delete-and-shred";
            case INDEX -> "delete-until-none";
            case MEMORY -> "drop-and-announce";
            case FILES -> "unlink";
            case RECIPIENT -> "notice";
            case BROWSER -> "clear-on-410";
            case BACKUP -> "age-out";
        };
    }

    // Nobody can look into the memory of another node: it was told, as everybody is, within seconds of the fence.
    private static String look(StoreKind kind) {
        return kind == StoreKind.MEMORY ? "count-on-this-node" : "count";
    }

    private void add(AccountId account, UUID job, String store, Action action, String method) {
        em.createNativeQuery("insert into compliance.erasure_step (job_id, account_id, store, action, state, method)"
                        + " values (?1, ?2, ?3, ?4, 'PENDING', ?5)")
                .setParameter(1, job)
                .setParameter(2, account.value())
                .setParameter(3, store)
                .setParameter(4, action.name())
                .setParameter(5, method)
                .executeUpdate();
    }
}
