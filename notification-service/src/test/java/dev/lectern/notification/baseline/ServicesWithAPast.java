package dev.lectern.notification.baseline;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.Examples;
import dev.lectern.notification.briefing.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Backing services whose topics tell of a published talk from before the service first starts. */
public final class ServicesWithAPast implements QuarkusTestResourceLifecycleManager {

    static final String SLUG = "the-past";
    // Fixed, because this class is loaded twice: beside the service, and in the test.
    static final UUID CONFERENCE = new UUID(0, 1);
    static final UUID TALK = new UUID(0, 2);
    static final UUID REACHABLE = new UUID(0, 3);
    static final UUID UNREACHABLE = new UUID(0, 4);

    private final BackingServices services = new BackingServices();

    @Override
    public Map<String, String> start() {
        var configuration = services.start();
        var brokers = configuration.get("kafka.bootstrap.servers");
        Topics.send(brokers, "lectern.schedule.slot.v1", TALK, slot(1, "Auditorium"));
        for (var presenter : List.of(REACHABLE, UNREACHABLE)) {
            Topics.send(brokers, "lectern.catalog.presenter.v1", presenter, presenter(presenter));
        }
        Topics.send(brokers, "lectern.catalog.address.v1", REACHABLE, address(REACHABLE, 1, "ada@uni.example"));
        Topics.send(brokers, "lectern.catalog.address.v1", UNREACHABLE, address(UNREACHABLE, 1, null));
        Topics.send(brokers, "lectern.catalog.contribution.v1", TALK, contribution());
        Topics.send(brokers, "lectern.catalog.conference.v1", CONFERENCE, conference());
        return configuration;
    }

    @Override
    public void stop() {
        services.stop();
    }

    static Map<String, Object> slot(long version, String room) {
        var event = Examples.of("schedule-service", "slot.v1.scheduled");
        event.putAll(Map.of(
                "contributionId", TALK,
                "revision", version,
                "conferenceId", CONFERENCE,
                "room", Map.of("slug", "a-room", "name", room),
                "sequence", version,
                "announced", Map.of("revision", version, "author", "Ada L.", "comment", "")));
        return event;
    }

    private static Map<String, Object> presenter(UUID id) {
        return withNulls(
                Map.of("id", id, "revision", 1, "deleted", false, "conferenceId", CONFERENCE, "name", "Ada L."),
                Map.of(),
                "locale");
    }

    static Map<String, Object> address(UUID presenter, long revision, String email) {
        return withNulls(
                Map.of("id", presenter, "revision", revision, "deleted", false, "conferenceId", CONFERENCE),
                email == null ? Map.of() : Map.of("email", email),
                "email");
    }

    private static Map<String, Object> contribution() {
        var event = Examples.of("catalog-service", "contribution.v1.created");
        event.putAll(Map.of(
                "id",
                TALK,
                "conferenceId",
                CONFERENCE,
                "title",
                "Loom",
                "presenters",
                List.of(named(REACHABLE), named(UNREACHABLE))));
        return event;
    }

    private static Map<String, Object> conference() {
        var event = Examples.of("catalog-service", "conference.v1.created");
        event.putAll(Map.of("id", CONFERENCE, "slug", SLUG, "title", "The past"));
        return event;
    }

    private static Map<String, Object> named(UUID presenter) {
        return Map.of("id", presenter, "name", "Ada L.");
    }

    private static Map<String, Object> withNulls(
            Map<String, Object> members, Map<String, Object> others, String... absent) {
        var all = new HashMap<>(members);
        Arrays.stream(absent).forEach(name -> all.put(name, null));
        all.putAll(others);
        return all;
    }
}
