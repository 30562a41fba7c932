package dev.lectern.schedule.availability;

import dev.lectern.schedule.timetable.TimeRange;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The members of {@code dev.lectern.availability.v1} that are read here.
 *
 * @param timeZone of the ranges' clock, an IANA name
 */
record AvailabilityEvent(
        UUID presenterId, UUID conferenceId, long revision, boolean deleted, String timeZone, List<LocalRange> ranges) {

    record LocalRange(LocalDateTime from, LocalDateTime until) {}

    AvailabilityEvent {
        Objects.requireNonNull(presenterId, "presenterId");
        Objects.requireNonNull(conferenceId, "conferenceId");
        Objects.requireNonNull(timeZone, "timeZone");
        ranges = List.copyOf(ranges);
    }

    /** @throws java.time.DateTimeException where that zone is unknown */
    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    List<TimeRange> times(ZoneId zone) {
        return ranges.stream()
                .map(range -> new TimeRange(
                        range.from().atZone(zone).toInstant(),
                        range.until().atZone(zone).toInstant()))
                .toList();
    }
}
