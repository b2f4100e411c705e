package eu.lethe.compliance.health;

import eu.lethe.compliance.restore.RestoreGuard;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The node is ready when both databases answer, the key store is open and no restored backup is being made safe; why it is not stands in the log. */
@ApplicationScoped
class Ready {

    @Inject
    Stores stores;

    @Inject
    KeyRing keys;

    @Inject
    RestoreGuard guard;

    @Produces
    @Readiness
    HealthCheck database() {
        return () -> named("database", stores.databaseAnswers());
    }

    @Produces
    @Readiness
    HealthCheck vault() {
        return () -> named("vault", stores.vaultAnswers());
    }

    @Produces
    @Readiness
    HealthCheck keys() {
        return () -> named("keys", keys.ready());
    }

    @Produces
    @Readiness
    HealthCheck restore() {
        return () -> HealthCheckResponse.named("restore")
                .status(guard.isOpen())
                .withData("state", guard.state().name())
                .build();
    }

    /** For the operator's monitoring: one in doubt does not keep the node from serving. */
    @Produces
    @Readiness
    HealthCheck transactions() {
        return () -> HealthCheckResponse.named("transactions")
                .up()
                .withData("inDoubt", stores.transactionsInDoubt())
                .build();
    }

    private static HealthCheckResponse named(String name, boolean up) {
        return HealthCheckResponse.named(name).status(up).build();
    }
}
