package dev.lectern.schedule.timetable;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Reads when a talk starts: RFC 3339 with an offset, or a local time in the conference's zone. Talks start on a whole
 * minute. A local time that the clocks skip, or show twice, is refused: guessing would send people an hour early or
 * late.
 */
public final class StartTime {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int LAST_YEAR = 9999;

    private StartTime() {}

    /**
     * Reads a time.
     *
     * @throws Refused 400 at the pointer, saying what is wrong with the time
     */
    public static Instant read(String text, ZoneId zone, String pointer) {
        try {
            return read(parse(text), zone);
        } catch (DateTimeException e) {
            throw Refused.invalid(Fault.at(pointer, e.getMessage()));
        }
    }

    private static Instant read(TemporalAccessor parsed, ZoneId zone) {
        var time = LocalDateTime.from(parsed);
        if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
            throw refused("That is too far away");
        }
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw refused("Times are whole minutes");
        }
        return parsed instanceof OffsetDateTime exact ? exact.toInstant() : inZone(time, zone);
    }

    private static TemporalAccessor parse(String text) {
        try {
            return FORMAT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeParseException e) {
            throw refused("A time looks like 2027-03-02T10:00 or 2027-03-02T10:00:00+01:00");
        }
    }

    private static Instant inZone(LocalDateTime time, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() == 1) {
            return time.toInstant(offsets.get(0));
        }
        var what = offsets.isEmpty() ? "does not exist" : "exists twice";
        throw refused("%s %s on %s in %s".formatted(TIME.format(time), what, DAY.format(time), zone));
    }

    private static DateTimeException refused(String detail) {
        return new DateTimeException(detail);
    }
}
