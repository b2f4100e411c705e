package eu.lethe.compliance.health;

import eu.lethe.compliance.restore.RestoreGuard;
import eu.lethe.compliance.tombstones.Mirror;
import eu.lethe.compliance.vault.KeyRing;
import eu.lethe.compliance.vault.KeyRotation;
import eu.lethe.compliance.vault.VaultUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
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
    KeyRotation rotation;

    @Inject
    RestoreGuard guard;

    @Inject
    Mirror mirror;

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
        return () -> keys.ready() ? epochs() : named("keys", false);
    }

    @Produces
    @Readiness
    HealthCheck restore() {
        return () -> {
            var response = HealthCheckResponse.named("restore")
                    .status(guard.isOpen())
                    .withData("state", guard.state().name())
                    .withData("mirror", guard.mirrorState().name())
                    .withData("mirrorDamaged", mirror.damaged());
            if (guard.state() == RestoreGuard.State.RESTORING) {
                guard.progress()
                        .ifPresent(progress -> response.withData("erasures", progress.erasures())
                                .withData("done", progress.done()));
            }
            return response.build();
        };
    }

    private HealthCheckResponse epochs() {
        try {
            KeyRotation.State state = rotation.state();
            return HealthCheckResponse.named("keys")
                    .status(state.held())
                    .withData("epoch", state.newest())
                    .withData("next", state.next().map(Instant::toString).orElse("never"))
                    .withData("oldest", state.oldest())
                    .build();
        } catch (VaultUnavailable away) {
            return named("keys", false);
        }
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
