package dev.lectern.notification.briefing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Notices stay where they are until a test says how their delivery ended. */
public class WithoutDelivery implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("lectern.delivery.enabled", "false");
    }
}
