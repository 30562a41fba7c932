package dev.lectern.notification.delivery;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Shows the circuit to operators. No matter of readiness: all but the mail works on. */
@Wellness
class MailServerCheck implements HealthCheck {

    private final Circuit circuit;

    MailServerCheck(Circuit circuit) {
        this.circuit = circuit;
    }

    @Override
    public HealthCheckResponse call() {
        var next = circuit.nextProbe();
        var response = HealthCheckResponse.named("the mail server takes mail from this sender")
                .status(next == null)
                .withData("circuit", circuit.state().name());
        return next == null
                ? response.build()
                : response.withData("nextProbe", next.toString()).build();
    }
}
