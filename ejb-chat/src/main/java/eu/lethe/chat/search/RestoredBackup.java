package eu.lethe.chat.search;

import eu.lethe.compliance.restore.BackupRestored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** After a restore the index may hold what the database does not know of, and lack what it does: it is dropped and made again. */
@ApplicationScoped
class RestoredBackup {

    @Inject
    Reconciliation reconciliation;

    void restored(@Observes BackupRestored backup) {
        reconciliation.rebuild();
    }
}
