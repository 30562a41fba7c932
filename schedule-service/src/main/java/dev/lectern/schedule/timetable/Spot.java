package dev.lectern.schedule.timetable;

import java.time.OffsetDateTime;
import java.util.UUID;

/** Where and when a talk is; {@code position} is null where its room has none, {@code session} where it is in none. */
public record Spot(
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        int durationMinutes,
        Integer position,
        boolean pinned,
        UUID session) {}
