package dev.lectern.formats;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Makes a time of day and the day that it is on one text, as {@code 2027-03-02T10:00}, or
 * {@code 2027-03-02T10:00:00+01:00} with the offset that the file has. Talks start on whole minutes, so seconds are cut
 * off.
 */
final class When {

    private static final int LONGEST = 120;
    private static final Pattern MOMENT =
            Pattern.compile("(?<day>.*[0-9]{4}|[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2})(?:T|,? +)(?<time>[0-9].*)");
    private static final Pattern TIME = Pattern.compile(
            "(?<hour>[0-9]{1,2})(?:[:.h]?(?<minute>[0-9]{2}))?(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?: ?(?<half>[AaPp])\\.?[Mm]\\.?)?(?<zone>(?:[^0-9].*)?)");
    private static final Pattern OFFSET =
            Pattern.compile("(?<sign>[+-])(?<hours>[0-9]{2}):?(?<minutes>[0-9]{2})?(?:\\[.*])?");
    private static final Pattern ENDS_WITH_OFFSET = Pattern.compile(".*T.*(?:Z|[+-][0-9]{2}:[0-9]{2})");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final int HALF_A_DAY = 12;

    private When() {}

    /**
     * @param moment a day with a time, or null
     * @param day on which the time is, where the moment is none
     * @return null where there is no time that could be read, or none that exists
     */
    static String of(String moment, String day, String time) {
        var written = moment == null || moment.length() > LONGEST ? "" : moment.strip();
        var whole = MOMENT.matcher(written);
        if (whole.matches()) {
            return onDay(whole.group("day"), whole.group("time"));
        }
        return onDay(Day.isWritten(written) ? written : day, time);
    }

    private static String onDay(String day, String time) {
        var date = Day.of(day);
        var at = TIME.matcher(time == null || time.length() > LONGEST ? "" : time.strip());
        if (date == null || !at.matches() || (at.group("minute") == null && at.group("half") == null)) {
            return null;
        }
        try {
            var local = date.atTime(time(at.group("hour"), at.group("minute"), at.group("half")));
            return inZone(local, at.group("zone").strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime time(String hour, String minute, String half) {
        var hours = Integer.parseInt(hour);
        var minutes = minute == null ? 0 : Integer.parseInt(minute);
        if (half == null) {
            return LocalTime.of(hours, minutes);
        }
        if (hours < 1 || hours > HALF_A_DAY) {
            throw new DateTimeException("no hour of half a day");
        }
        var isAfternoon = half.equalsIgnoreCase("p");
        return LocalTime.of(hours % HALF_A_DAY + (isAfternoon ? HALF_A_DAY : 0), minutes);
    }

    private static String inZone(LocalDateTime local, String zone) {
        if (zone.isEmpty()) {
            return local.format(LOCAL);
        }
        if (zone.equalsIgnoreCase("Z")) {
            return local.format(LOCAL) + ":00Z";
        }
        var offset = OFFSET.matcher(zone);
        if (offset.matches()) {
            var minutes = offset.group("minutes") == null ? "00" : offset.group("minutes");
            return local.format(LOCAL) + ":00" + offset.group("sign") + offset.group("hours") + ":" + minutes;
        }
        var named = FileZone.named(zone);
        return named.isUnknown() ? null : named.at(local.format(LOCAL));
    }

    /** Whether it is a moment everywhere, and not one that depends on where one is. */
    static boolean hasOffset(String startsAt) {
        return ENDS_WITH_OFFSET.matcher(startsAt).matches();
    }

    /** On the day, or in the night after it where the time is before the one at which days begin, which may be null. */
    static String between(String day, String dayChange, String time) {
        var start = of(null, day, time);
        var dayBegins = of(null, day, dayChange);
        if (start == null || dayBegins == null || hasOffset(start) || start.compareTo(dayBegins) >= 0) {
            return start;
        }
        return LocalDateTime.parse(start).plusDays(1).format(LOCAL);
    }
}
