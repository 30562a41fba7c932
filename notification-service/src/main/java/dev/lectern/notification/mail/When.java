package dev.lectern.notification.mail;

import dev.lectern.notification.notice.Facts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Map;

/**
 * When a talk is, in the mail's words: {@code Tue 2 March 2027, 10:00–10:30 (Europe/Paris)}; over midnight it names
 * both days. Where the clock shows that time twice, on the night when summer ends, it says which of the two:
 * {@code (Europe/Paris, UTC+02:00)}.
 */
final class When {

    private final Language language;

    private When(Language language) {
        this.language = language;
    }

    static String of(Facts facts, Language language) {
        return new When(language).range(facts);
    }

    static String day(LocalDate date, Language language) {
        return new When(language).day(date);
    }

    private String range(Facts facts) {
        var zone = ZoneId.of(facts.timeZone());
        var start = facts.startsAt().atZoneSameInstant(zone);
        var end = facts.endsAt().atZoneSameInstant(zone);
        var isOneDay = start.toLocalDate().equals(end.toLocalDate());
        return say(
                isOneDay ? "when" : "when.days",
                Map.of(
                        "day", day(start.toLocalDate()),
                        "from", time(start.toLocalTime()),
                        "lastDay", day(end.toLocalDate()),
                        "to", time(end.toLocalTime()),
                        "zone", facts.timeZone() + offset(start)));
    }

    private String day(LocalDate date) {
        return say(
                "day",
                Map.of(
                        "weekday", language.name(date.getDayOfWeek(), TextStyle.FULL),
                        "weekdayShort", language.name(date.getDayOfWeek(), TextStyle.SHORT),
                        "day", date.getDayOfMonth(),
                        "month", language.name(date.getMonth()),
                        "year", Integer.toString(date.getYear())));
    }

    private String time(LocalTime time) {
        return say("time", Map.of("hour", twoDigits(time.getHour()), "minute", twoDigits(time.getMinute())));
    }

    private String say(String key, Map<String, ?> arguments) {
        return language.say(key, arguments).plain();
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private static String offset(ZonedDateTime start) {
        var isShownTwice = start.getZone()
                        .getRules()
                        .getValidOffsets(start.toLocalDateTime())
                        .size()
                > 1;
        return isShownTwice ? ", UTC" + start.getOffset() : "";
    }
}
