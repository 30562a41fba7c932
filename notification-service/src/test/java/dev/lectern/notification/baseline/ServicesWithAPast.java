package dev.lectern.notification.baseline;

import dev.lectern.chassis.testing.BackingServices;
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
        return Map.ofEntries(
                Map.entry("contributionId", TALK),
                Map.entry("revision", version),
                Map.entry("conferenceId", CONFERENCE),
                Map.entry("number", 3),
                Map.entry("status", "SCHEDULED"),
                Map.entry("room", Map.of("slug", "a-room", "name", room)),
                Map.entry("startsAt", "2027-03-02T10:00:00+01:00"),
                Map.entry("endsAt", "2027-03-02T10:30:00+01:00"),
                Map.entry("timeZone", "Europe/Paris"),
                Map.entry("sequence", version),
                Map.entry("changedAt", "2027-01-07T09:00:00Z"),
                Map.entry("announced", Map.of("revision", version, "author", "Ada L.", "comment", "")));
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
        return withNulls(
                Map.of(
                        "id",
                        TALK,
                        "revision",
                        1,
                        "deleted",
                        false,
                        "conferenceId",
                        CONFERENCE,
                        "number",
                        3,
                        "title",
                        "Loom",
                        "abstract",
                        "",
                        "state",
                        "ACCEPTED",
                        "presenters",
                        List.of(named(REACHABLE), named(UNREACHABLE)),
                        "changedAt",
                        "2027-01-07T09:00:00Z"),
                Map.of(),
                "type",
                "track",
                "announced");
    }

    private static Map<String, Object> conference() {
        return Map.of(
                "id",
                CONFERENCE,
                "revision",
                1,
                "deleted",
                false,
                "slug",
                SLUG,
                "title",
                "The past",
                "timeZone",
                "Europe/Paris",
                "organisers",
                List.of("ada@conf.example"));
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
