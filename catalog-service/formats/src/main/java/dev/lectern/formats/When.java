package dev.lectern.formats;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Pattern;

/** Makes a time of day and the day that it is on one text, as {@code 2027-03-02T10:00} or with the offset that the file has. */
final class When {

    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.*");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})[:.h]?([0-9]{2})(:00)?");

    private When() {}

    /**
     * @param moment a day with a time, or null
     * @param day on which the time is, where the moment is none
     * @return null where there is no time that could be read
     */
    static String of(String moment, String day, String time) {
        if (moment != null && MOMENT.matcher(moment).matches()) {
            return moment.replace(' ', 'T');
        }
        var on = moment != null && DAY.matcher(moment).matches() ? moment : day;
        var at = time == null ? null : TIME.matcher(time);
        return on != null && at != null && DAY.matcher(on).matches() && at.matches()
                ? on + "T" + ("0" + at.group(1)).substring(at.group(1).length() - 1) + ":" + at.group(2)
                : null;
    }

    /** On the day, or in the night after it where the time is before the one at which days begin, which may be null. */
    static String between(String day, String dayChange, String time) {
        var start = of(null, day, time);
        var dayBegins = of(null, day, dayChange);
        if (start == null || dayBegins == null || start.compareTo(dayBegins) >= 0) {
            return start;
        }
        try {
            return LocalDateTime.parse(start).plusDays(1).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
