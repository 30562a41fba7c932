package dev.lectern.schedule.availability;

import dev.lectern.schedule.timetable.TimeRange;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** When somebody or something is available, in order; without ranges always. Times have the offset of the zone. */
record AvailabilityAnswer(List<Range> ranges, String timeZone) {

    record Range(OffsetDateTime from, OffsetDateTime until) {

        static Range of(TimeRange range, ZoneId zone) {
            return new Range(
                    range.start().atZone(zone).toOffsetDateTime(),
                    range.end().atZone(zone).toOffsetDateTime());
        }
    }

    static AvailabilityAnswer of(Availability availability, ZoneId zone) {
        var ranges = availability.ranges().stream().map(range -> Range.of(range, zone));
        return new AvailabilityAnswer(ranges.toList(), zone.getId());
    }
}
