package dev.lectern.schedule.warning;

import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.warning.Placing.Kind;
import dev.lectern.schedule.warning.Placing.Person;
import dev.lectern.schedule.warning.Placing.Venue;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** Talks, breaks, rooms and people in Paris, in words. */
final class TestTalk {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Integer number;
    private final Venue venue;
    private final TimeRange when;
    private List<Person> presenters = List.of(person("Somebody else", null));
    private String track;
    private Integer minutes;
    private Integer audience;
    private List<String> features = List.of();

    private TestTalk(Integer number, Venue venue, TimeRange when) {
        this.number = number;
        this.venue = venue;
        this.when = when;
    }

    /** On 2 March 2027. */
    static TestTalk talk(int number, Venue venue, String start, int minutes) {
        return new TestTalk(number, venue, range(start, minutes));
    }

    static Placing coffee(Venue venue, String start, int minutes) {
        return new TestTalk(null, venue, range(start, minutes)).placed();
    }

    static TimeRange range(String start, int minutes) {
        return TimeRange.of(
                LocalDateTime.parse("2027-03-02T" + start).atZone(PARIS).toInstant(), minutes);
    }

    static Venue room(String slug) {
        return room(slug, null, null, List.of());
    }

    static Venue room(
            String slug, Integer capacity, Integer changeover, List<TimeRange> available, String... features) {
        return new Venue(
                UUID.randomUUID(), slug, slug + " room", capacity, true, List.of(features), changeover, available);
    }

    static Venue hall(String slug) {
        return new Venue(UUID.randomUUID(), slug, slug + " hall", null, false, List.of(), 60, List.of());
    }

    static Person person(String name, Integer changeover, TimeRange... available) {
        return new Person(UUID.randomUUID(), name, changeover, List.of(available));
    }

    /** Instead of somebody who presents nothing else. */
    TestTalk by(Person... people) {
        presenters = List.of(people);
        return this;
    }

    TestTalk in(String name) {
        track = name;
        return this;
    }

    TestTalk expecting(Integer expectedMinutes, Integer expectedAudience, String... needed) {
        minutes = expectedMinutes;
        audience = expectedAudience;
        features = List.of(needed);
        return this;
    }

    Placing placed() {
        var title = number == null ? "Coffee" : "Talk " + number;
        return new Placing(
                number == null ? Kind.BREAK : Kind.TALK,
                UUID.randomUUID(),
                number,
                title,
                track,
                minutes,
                audience,
                features,
                presenters,
                null,
                venue,
                when);
    }
}
