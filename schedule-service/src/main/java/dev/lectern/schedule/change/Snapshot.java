package dev.lectern.schedule.change;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.SessionState;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How altered things were at one moment: slots by contribution number, rooms by slug, breaks and sessions by id. What did not exist then is
 * missing.
 */
record Snapshot(
        Map<Integer, Placement> slots,
        Map<String, RoomDetails> rooms,
        @JsonProperty(isRequired = OptBoolean.FALSE) Map<UUID, BreakState> breaks,
        @JsonProperty(isRequired = OptBoolean.FALSE) Map<UUID, SessionState> sessions) {

    Snapshot {
        breaks = breaks == null ? Map.of() : breaks;
        sessions = sessions == null ? Map.of() : sessions;
    }

    static Snapshot empty() {
        return new Snapshot(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }
}
