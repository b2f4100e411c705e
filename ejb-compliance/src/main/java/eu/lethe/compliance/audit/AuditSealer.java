package eu.lethe.compliance.audit;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.proof.AuditSeal;
import eu.lethe.compliance.proof.Signed;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Seals the log every ten seconds and copies the seals to the second place. Every node tries; an advisory lock lets one at a
 * time, so the chain never forks.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSealer {

    private static final System.Logger LOG = System.getLogger(AuditSealer.class.getName());

    @Inject
    Sealing sealing;

    @Inject
    SecondPlace secondPlace;

    @Inject
    LogChecks checks;

    private final Horizon horizon = new Horizon();
    private boolean failing;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "audit seal")
    public void seal() {
        try {
            Sealing.Look look = sealing.look();
            long upTo = horizon.look(look.lastDrawn(), look.own(), look.oldest());
            Optional<Signed> elsewhere = secondPlace.trustedHead();
            Optional<AuditSeal> made = sealing.seal(upTo, elsewhere);
            while (made.isPresent()) {
                LOG.log(
                        INFO,
                        "Audit log sealed up to {0}, seal {1}",
                        made.get().to(),
                        made.get().id());
                made = sealing.seal(upTo, elsewhere);
            }
            secondPlace.catchUp();
            failing = false;
        } catch (RuntimeException failed) {
            // The timer must go on: what is not sealed now is sealed in ten seconds.
            if (!failing) {
                LOG.log(WARNING, "The audit log cannot be sealed", failed);
            }
            failing = true;
        }
    }

    /** Once a night everything is recomputed; what is wrong stands in the log of the server, for whoever watches it. */
    @Schedule(hour = "3", minute = "40", persistent = false, info = "audit check")
    public void check() {
        try {
            AuditTrail.Check found = checks.ofEverybody();
            for (AuditTrail.Finding finding : found.findings()) {
                LOG.log(ERROR, "The audit log is not as it was written: {0}, seal {1}", finding.flaw(), finding.seal());
            }
        } catch (RuntimeException failed) {
            LOG.log(WARNING, "The audit log cannot be checked", failed);
        }
    }
}
