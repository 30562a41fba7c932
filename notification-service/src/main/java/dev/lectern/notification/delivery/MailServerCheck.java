package dev.lectern.notification.delivery;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Shows the alarm to operators. No matter of readiness: all but the mail works on. */
@Wellness
class MailServerCheck implements HealthCheck {

    private final RefusalAlarm alarm;

    MailServerCheck(RefusalAlarm alarm) {
        this.alarm = alarm;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("the mail server takes this sender")
                .status(!alarm.isRaised())
                .build();
    }
}
