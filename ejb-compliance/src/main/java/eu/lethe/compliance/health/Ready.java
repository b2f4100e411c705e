package eu.lethe.compliance.health;

import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The node is ready when both databases answer and the key store is open; why it is not stands in the log. */
@ApplicationScoped
class Ready {

    @Inject
    Stores stores;

    @Inject
    KeyRing keys;

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

    private static HealthCheckResponse named(String name, boolean up) {
        return HealthCheckResponse.named(name).status(up).build();
    }
}
