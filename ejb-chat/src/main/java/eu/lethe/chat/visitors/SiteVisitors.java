package eu.lethe.chat.visitors;

import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.chat.sites.SiteContent;
import eu.lethe.compliance.erasure.Cause;
import eu.lethe.compliance.erasure.Erasures;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.outbox.Outbox;
import eu.lethe.compliance.outbox.OutboxConsumer;
import eu.lethe.compliance.restrictions.ProcessingRestricted;
import eu.lethe.compliance.restrictions.RestrictionLifted;
import eu.lethe.compliance.subjects.SubjectGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Forgets the visitors of a site that was removed, each whole and in a transaction of their own: there may be a hundred thousand, and
 * one who cannot be forgotten now holds up nobody else. Whoever's data is restricted stays until that ends.
 */
@ApplicationScoped
public class SiteVisitors implements SiteContent, OutboxConsumer {

    static final String TOPIC = "site-visitors";

    private static final System.Logger LOG = System.getLogger(SiteVisitors.class.getName());

    // As many as take a few seconds: others wait for the same relay.
    private static final int PORTION = 200;

    @Inject
    RemovedSites removed;

    @Inject
    Erasures erasures;

    @Inject
    Outbox outbox;

    @Override
    public void removeFrom(Caller caller, UUID site) {
        outbox.put(caller.account(), TOPIC, site);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void handle(AccountId account, UUID site) {
        List<Subject> portion = removed.visitors(account, site, PORTION);
        long failed = portion.stream().filter(visitor -> !isForgotten(visitor)).count();
        if (failed > 0) {
            throw new IllegalStateException(failed + " visitors of a removed site are left");
        }
        removed.goOn(account, site);
    }

    /** What the removal had to leave goes as soon as it may. */
    void lifted(@Observes RestrictionLifted person) {
        removed.goOnWith(person.account(), person.subject());
    }

    private boolean isForgotten(Subject visitor) {
        try {
            erasures.erase(visitor, Cause.SITE_REMOVED, null);
        } catch (SubjectGone | ProcessingRestricted meanwhile) {
            return true;
        } catch (RuntimeException failed) {
            LOG.log(WARNING, "The erasure of a visitor of a removed site could not begin", failed);
            return false;
        }
        return true;
    }
}
