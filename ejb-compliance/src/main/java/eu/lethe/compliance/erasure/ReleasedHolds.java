package eu.lethe.compliance.erasure;

import eu.lethe.compliance.restrictions.HoldReleased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Lets erasures that a legal hold had kept from ending go on, in the transaction that releases the hold. */
@ApplicationScoped
class ReleasedHolds {

    @Inject
    ErasureJobs jobs;

    void goOn(@Observes HoldReleased released) {
        jobs.reopen(released.account(), released.subjects());
    }
}
