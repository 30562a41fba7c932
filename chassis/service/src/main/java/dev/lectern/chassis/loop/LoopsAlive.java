package dev.lectern.chassis.loop;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while no thread has ended that others count on: another process is the only remedy. A database or a broker that
 * is away is not one, for then they all wait and go on.
 */
@Liveness
@ApplicationScoped
class LoopsAlive implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        var dead = Loop.dead();
        var response = HealthCheckResponse.named("loops").status(dead.isEmpty());
        return dead.isEmpty()
                ? response.build()
                : response.withData("dead", String.join(", ", dead)).build();
    }
}
