package eu.lethe.widget.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Says that the application is deployed. Payara looks for health checks only in applications with one in a web module: without
 * this class it would not find those of the other modules.
 */
@Liveness
@ApplicationScoped
class Alive implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("application");
    }
}
