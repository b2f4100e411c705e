package eu.lethe.chat.knowledge;

import eu.lethe.chat.embeddings.Embeddings;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Wakes the synchroniser and the indexer, on every node; what each takes nobody else has. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class KnowledgeTimer {

    private static final System.Logger LOG = System.getLogger(KnowledgeTimer.class.getName());

    @Inject
    Synchroniser synchroniser;

    @Inject
    Indexer indexer;

    @Inject
    PendingDocuments documents;

    @Inject
    Embeddings embeddings;

    @Inject
    @ConfigProperty(name = "lethe.knowledge.reindex-on-start", defaultValue = "false")
    boolean reindexOnStart;

    @Resource
    ManagedExecutorService threads;

    private volatile boolean awake;
    private boolean prepared;
    private boolean down;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "knowledge")
    public void wake() {
        if (!awake) {
            // What is handed to the executor while the application is still being deployed is dropped without a word.
            threads.execute(() -> awake = true);
            return;
        }
        try {
            if (!prepared) {
                prepare();
                prepared = true;
            }
            synchroniser.wake();
            indexer.wake();
            down = false;
        } catch (RuntimeException | LinkageError failed) {
            // The timer must go on: whatever waits still waits, and the next second tries again.
            if (!down) {
                LOG.log(Level.WARNING, "Knowledge cannot be brought up to date", failed);
            }
            down = true;
        }
    }

    private void prepare() {
        int waiting = reindexOnStart ? documents.reindexAll() : documents.reindexOtherModels(embeddings.model());
        if (waiting > 0) {
            LOG.log(Level.INFO, "{0} documents will be embedded and indexed again", waiting);
        }
    }
}
