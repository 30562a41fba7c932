package dev.lectern.notification.bounce;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Envelope senders have tokens, and notices stay where they are until a test says how their delivery ended. */
public class WithReturnPaths implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("lectern.delivery.enabled", "false", "lectern.bounces.address", "bounces@conf.example");
    }
}
