package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The many ways to write how long something takes. Seconds are cut off. */
final class Minutes {

    private static final int LONGEST = 60;
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int MINUTES_OF_A_DAY = 1440;

    /** Days, as frab writes them, hours, minutes, and seconds. */
    private static final Pattern CLOCK = Pattern.compile(
            "(?:(?:(?<days>[0-9]{1,3}):(?=[0-9]{1,2}:[0-9]{2}:))?(?<hours>[0-9]{1,4}):)?(?<minutes>[0-9]{1,2})(?::[0-9]{2})?");

    private static final Pattern HOURS_AND_MINUTES = Pattern.compile("(?<hours>[0-9]{1,4}):(?<minutes>[0-9]{2})");

    /**
     * {@code 90}, {@code 90.0}, {@code 90'} and {@code 135.0:00}, which is what becomes of minutes with a fraction in
     * an hour's clothes.
     */
    private static final Pattern MINUTES = Pattern.compile("(?<minutes>[0-9]{1,6})(?:[.,]0+)?(?::00|['′])?");

    /** {@code 1h30}, which lacks the word for minutes. */
    private static final Pattern HOURS = Pattern.compile("(?<hours>[0-9]{1,4}) ?[hH] ?(?<minutes>[0-9]{2})");

    private static final Pattern WEEKS = Pattern.compile("\\+?P([0-9]{1,4})W");

    private Minutes() {}

    /** Null where nobody could say how many, and where they are less than none. */
    static Long of(String written) {
        var text = written.strip();
        if (text.length() > LONGEST) {
            return null;
        }
        var inWords = ReportWords.minutes(PlainText.spaced(text).replaceFirst("\\.$", ""));
        if (inWords > 0) {
            return (long) inWords;
        }
        for (var pattern : new Pattern[] {HOURS_AND_MINUTES, MINUTES, HOURS}) {
            var found = pattern.matcher(text);
            if (found.matches()) {
                return minutes(found, pattern != MINUTES, false);
            }
        }
        var clock = CLOCK.matcher(text);
        return clock.matches() ? Long.valueOf(minutes(clock, true, true)) : iso(text);
    }

    private static long minutes(Matcher found, boolean hasHours, boolean hasDays) {
        var days = hasDays ? number(found.group("days")) : 0;
        var hours = hasHours ? number(found.group("hours")) : 0;
        return MINUTES_OF_A_DAY * days + MINUTES_OF_AN_HOUR * hours + number(found.group("minutes"));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** {@code PT45M}, of ISO 8601 and RFC 5545 (3.3.6). */
    private static Long iso(String text) {
        var weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return 7L * MINUTES_OF_A_DAY * number(weeks.group(1));
        }
        try {
            var duration = Duration.parse(text.startsWith("+") ? text.substring(1) : text);
            return duration.isNegative() ? null : duration.toMinutes();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }
}
