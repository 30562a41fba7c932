package dev.lectern.notification.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a presenter is told about one of their appearances, in the conference's zone. Presenters are compared by id,
 * so that a corrected name is no news.
 *
 * @param room the room's name
 * @param roomSlug which room it is, whatever it is called; null where that was not kept yet when the facts were stored
 */
public record Facts(
        String title,
        String abstractText,
        String type,
        String track,
        String room,
        @JsonProperty(isRequired = OptBoolean.FALSE) String roomSlug,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String timeZone,
        List<Person> presenters) {

    /** These facts with the ids that presenters have today. */
    public Facts known(UnaryOperator<UUID> today) {
        return presentedBy(presenters.stream()
                .map(person -> new Person(today.apply(person.id()), person.name()))
                .toList());
    }

    /** These facts without the names of erased presenters. */
    public Facts withoutNames(Predicate<UUID> erased) {
        return presentedBy(presenters.stream()
                .map(person -> erased.test(person.id()) ? new Person(person.id(), Person.ERASED) : person)
                .toList());
    }

    private Facts presentedBy(List<Person> others) {
        return new Facts(title, abstractText, type, track, room, roomSlug, startsAt, endsAt, timeZone, others);
    }

    /** A presenter of the appearance, the reader among them. */
    public record Person(UUID id, String name) {

        /** Stands for the name of who was erased. */
        public static final String ERASED = "(erased)";
    }

    public int durationMinutes() {
        return Math.toIntExact(Duration.between(startsAt, endsAt).toMinutes());
    }
}
