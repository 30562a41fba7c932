package dev.lectern.schedule.timetable;

import java.time.Duration;
import java.time.Instant;

/** From a start up to, not including, an end that is later. */
public record TimeRange(Instant start, Instant end) {

    public TimeRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a range ends after it starts");
        }
    }

    public static TimeRange of(Instant start, int minutes) {
        return new TimeRange(start, start.plus(Duration.ofMinutes(minutes)));
    }

    public boolean overlaps(TimeRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean holds(Instant moment) {
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    public boolean holdsAll(TimeRange other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public int minutes() {
        return Math.toIntExact(Duration.between(start, end).toMinutes());
    }
}
