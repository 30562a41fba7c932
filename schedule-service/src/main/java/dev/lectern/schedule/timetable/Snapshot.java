package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How things were at one moment: slots by contribution number, rooms by slug, breaks and sessions by id. What did not
 * exist then is missing.
 */
public record Snapshot(
        Map<Integer, Placement> slots,
        Map<String, RoomDetails> rooms,
        @JsonProperty(isRequired = OptBoolean.FALSE) Map<UUID, BreakState> breaks,
        @JsonProperty(isRequired = OptBoolean.FALSE) Map<UUID, SessionState> sessions) {

    /** No slug: breaks in all rooms meet each other only. */
    private static final String ALL_ROOMS = "*";

    public Snapshot {
        breaks = breaks == null ? Map.of() : breaks;
        sessions = sessions == null ? Map.of() : sessions;
    }

    public static Snapshot empty() {
        return new Snapshot(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** How one thing is now. */
    public static Snapshot of(Alterable one, ZoneId zone) {
        var snapshot = empty();
        one.addTo(snapshot, zone);
        return snapshot;
    }

    /** How these things are now. */
    public static Snapshot of(Collection<? extends Alterable> these, ZoneId zone) {
        var snapshot = empty();
        these.forEach(one -> one.addTo(snapshot, zone));
        return snapshot;
    }

    public void addAll(Snapshot others) {
        slots.putAll(others.slots);
        rooms.putAll(others.rooms);
        breaks.putAll(others.breaks);
        sessions.putAll(others.sessions);
    }

    /** The slugs of the rooms, and of those that something was in; {@value #ALL_ROOMS} for a break in all of them. */
    public Set<String> roomSlugs() {
        var slugs = new TreeSet<>(rooms.keySet());
        slots.values().stream()
                .flatMap(slot -> slot.spot().stream())
                .forEach(spot -> slugs.add(spot.place().room().slug()));
        breaks.values()
                .forEach(pause -> slugs.add(Optional.ofNullable(pause.place().room())
                        .map(RoomName::slug)
                        .orElse(ALL_ROOMS)));
        sessions.values().forEach(session -> slugs.add(session.place().room().slug()));
        return slugs;
    }
}
