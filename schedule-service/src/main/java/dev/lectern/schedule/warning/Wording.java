package dev.lectern.schedule.warning;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.schedule.timetable.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How warnings speak of talks, breaks and sessions: by name, room and time on the conference's clocks. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMMM uuuu, ", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** Longer titles are cut: a warning is one sentence. */
    private static final int LONGEST_TITLE = 100;

    private final ZoneId zone;

    Wording(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code 3 “Why bells are late” (Red room, Tue 2 March 2027, 10:00–10:45)}. */
    String of(Placing placing) {
        var number = placing.isTalk() ? placing.number() + " " : "";
        var room = placing.venue() == null ? "" : placing.venue().name() + ", ";
        return number + "“" + PlainText.cut(placing.title(), LONGEST_TITLE) + "” (" + room + time(placing.when()) + ")";
    }

    boolean goesPastMidnight(TimeRange when) {
        var lastMoment = when.end().minusNanos(1);
        return !when.start()
                .atZone(zone)
                .toLocalDate()
                .equals(lastMoment.atZone(zone).toLocalDate());
    }

    private String time(TimeRange when) {
        return DAY.format(when.start().atZone(zone)) + clock(when.start()) + "–" + clock(when.end());
    }

    private String clock(Instant time) {
        return TIME.format(time.atZone(zone));
    }
}
