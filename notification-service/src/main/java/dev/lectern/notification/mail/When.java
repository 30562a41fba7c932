package dev.lectern.notification.mail;

import dev.lectern.notification.notice.Facts;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * When a talk is, in the mail's words: {@code Tue 2 March 2027, 10:00–10:30 (Europe/Paris)}; over midnight it names
 * both days. Where the clock shows that time twice, on the night when summer ends, it says which of the two:
 * {@code (Europe/Paris, UTC+02:00)}.
 */
final class When {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private When() {}

    static String of(Facts facts) {
        var zone = ZoneId.of(facts.timeZone());
        var start = facts.startsAt().atZoneSameInstant(zone);
        var end = facts.endsAt().atZoneSameInstant(zone);
        var until = start.toLocalDate().equals(end.toLocalDate())
                ? "–" + TIME.format(end)
                : " – " + DAY_AND_TIME.format(end);
        return DAY_AND_TIME.format(start) + until + " (" + facts.timeZone() + offset(start) + ")";
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
