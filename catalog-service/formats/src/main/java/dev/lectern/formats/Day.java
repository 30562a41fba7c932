package dev.lectern.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ways to write a day that mean one day only: 2/3/2027 is in March for some and in February for others, and so
 * none.
 */
final class Day {

    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern WEEKDAY = Pattern.compile("(?i)^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?,? +");
    private static final Pattern SLASHES = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "uuuu-M-d",
                    "uuuu/M/d",
                    "d.M.uuuu",
                    "d[.] MMMM[,] uuuu",
                    "d[.] MMM[,] uuuu",
                    "MMMM d, uuuu",
                    "MMM d, uuuu",
                    "d-MMM-uuuu")
            .map(form -> new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(form)
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT))
            .toList();
    private static final int LONGEST = 40;
    private static final int MONTHS = 12;

    private Day() {}

    static boolean isWritten(String text) {
        return ISO.matcher(text).matches() || of(text) != null;
    }

    /** Null for none, one that does not exist, and one that could be two. */
    static LocalDate of(String written) {
        if (written == null || written.length() > LONGEST) {
            return null;
        }
        var text = WEEKDAY.matcher(written.strip()).replaceFirst("");
        var slashes = SLASHES.matcher(text);
        return slashes.matches()
                ? slashed(
                        Integer.parseInt(slashes.group(1)),
                        Integer.parseInt(slashes.group(2)),
                        Integer.parseInt(slashes.group(3)))
                : FORMS.stream()
                        .map(form -> parsed(text, form))
                        .filter(day -> day != null)
                        .findFirst()
                        .orElse(null);
    }

    private static LocalDate slashed(int first, int second, int year) {
        var isDayFirst = first > MONTHS;
        if (!isDayFirst && second <= MONTHS && first != second) {
            return null;
        }
        try {
            return isDayFirst ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate parsed(String text, DateTimeFormatter form) {
        try {
            var day = LocalDate.parse(text, form);
            return day.getYear() < 1 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
