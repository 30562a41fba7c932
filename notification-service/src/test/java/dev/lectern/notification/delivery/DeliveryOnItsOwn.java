package dev.lectern.notification.delivery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A database whose notices only these tests deliver, with leases that run out quickly. */
public class DeliveryOnItsOwn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "lectern.delivery.enabled", "false",
                "lectern.bounces.address", "bounces@conf.example",
                "lectern.delivery.lease", "1s",
                "lectern.delivery.lease-renewal", "200ms",
                "lectern.delivery.give-up-after", "1h");
    }
}
