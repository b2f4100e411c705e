package eu.lethe.chat.search;

import eu.lethe.chat.index.IndexUnavailable;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.lang.System.Logger.Level;

/** Compares the index with PostgreSQL every hour, apart from the indexer, which must not wait for it. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class ReconciliationTimer {

    private static final System.Logger LOG = System.getLogger(ReconciliationTimer.class.getName());

    @Inject
    Reconciliation reconciliation;

    @Schedule(hour = "*", minute = "23", persistent = false, info = "transcript search reconciliation")
    public void reconcile() {
        try {
            reconciliation.reconcile();
        } catch (IndexUnavailable away) {
            LOG.log(Level.WARNING, "The index does not answer; it is compared with the database an hour later");
        } catch (RuntimeException failed) {
            // A timer that throws is given up by the server.
            LOG.log(Level.WARNING, "The index could not be compared with the database", failed);
        }
    }
}
