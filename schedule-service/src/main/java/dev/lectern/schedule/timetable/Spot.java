package dev.lectern.schedule.timetable;

import java.time.OffsetDateTime;

/** Where and when a talk is; {@code position} is null where its room has none. */
public record Spot(
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        int durationMinutes,
        Integer position,
        boolean pinned) {}
