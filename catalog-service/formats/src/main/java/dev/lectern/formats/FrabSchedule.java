package dev.lectern.formats;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A schedule.xml or schedule.json, the formats in which frab, pretalx and the conferences of the CCC exchange their programmes
 * (c3voc.de/schedule). Few real files keep to the schemas, so nothing is demanded of them but events.
 *
 * @param title of the conference, null when there is none
 * @param source what it says of its origin, null when it says nothing
 */
record FrabSchedule(String title, List<FrabEvent> events, String source) {

    static final int MOST_EVENTS = ReportFile.MOST_CONTRIBUTIONS;

    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,3}):([0-9]{2})(:[0-9]{2})?");
    private static final Pattern MINUTES = Pattern.compile("[0-9]{1,4}");
    private static final int MINUTES_OF_AN_HOUR = 60;

    /** {@code 01:30}, {@code 1:30:00} or {@code 90}; null for anything else. */
    static Integer minutes(String duration) {
        var text = duration == null ? "" : duration.strip();
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return MINUTES_OF_AN_HOUR * Integer.parseInt(clock.group(1)) + Integer.parseInt(clock.group(2));
        }
        return MINUTES.matcher(text).matches() ? Integer.valueOf(text) : null;
    }

    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
