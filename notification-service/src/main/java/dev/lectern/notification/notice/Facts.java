package dev.lectern.notification.notice;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What a presenter is told about one of their contributions, in the conference's zone. Presenters are compared by id, so that a corrected name is no news.
 */
public record Facts(
        String title,
        String abstractText,
        String type,
        String track,
        String room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String timeZone,
        List<Person> presenters) {

    /** A presenter of the contribution, the reader among them. */
    public record Person(UUID id, String name) {}

    public int durationMinutes() {
        return Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes());
    }
}
