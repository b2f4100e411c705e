package eu.lethe.chat.search;

import eu.lethe.chat.index.IndexUnavailable;
import eu.lethe.compliance.personaldata.StoreSettings;
import eu.lethe.compliance.timers.WhenOpen;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.lang.System.Logger.Level;

/** Wakes the indexer on every node; what each takes nobody else has. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Interceptors(WhenOpen.class)
public class SearchTimer {

    private static final System.Logger LOG = System.getLogger(SearchTimer.class.getName());

    @Inject
    TranscriptIndexer indexer;

    @Inject
    SearchedAccounts accounts;

    @Inject
    StoreSettings settings;

    private boolean down;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "transcript search")
    public void wake() {
        try {
            accounts.all().forEach(this::follow);
            indexer.round();
            down = false;
        } catch (IndexUnavailable waits) {
            noteDown("The index does not answer; what was said waits to be searched", waits);
        } catch (RuntimeException failed) {
            // The timer must go on: what waits still waits, and the next second tries again.
            noteDown("Search cannot be brought up to date", failed);
        }
    }

    private void follow(SearchedAccounts.Searched account) {
        boolean on = settings.isOn(account.id(), SearchData.NAME);
        if (on && !account.written()) {
            accounts.turnOn(account.id());
        } else if (on && !account.filled()) {
            int noted = accounts.fill(account.id());
            if (noted > 0) {
                LOG.log(Level.INFO, "{0} messages of account {1} will be searched", noted, account.id());
            }
        } else if (!on && account.written()) {
            accounts.turnOff(account.id());
        }
    }

    private void noteDown(String what, RuntimeException failure) {
        if (!down) {
            LOG.log(Level.WARNING, what, failure);
        }
        down = true;
    }
}
