package dev.lectern.schedule.warning;

import dev.lectern.schedule.timetable.TimeRange;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A talk, a break or a session at its place, with all that the rules look at. Only talks have a number; a break without
 * a venue is one in all rooms; the presenters of a session are its chairs. What nobody said is null: the minutes that a
 * talk should take, the audience that is expected, the session that it is in.
 */
record Placing(
        Kind kind,
        UUID id,
        Integer number,
        String title,
        String track,
        Integer minutes,
        Integer audience,
        List<String> features,
        List<Person> presenters,
        UUID session,
        Venue venue,
        TimeRange when) {

    static final Comparator<Placing> BY_START = Comparator.comparing((Placing placing) -> placing.when.start())
            .thenComparing(Placing::number, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Placing::id);

    /** @param changeover minutes that they need between two talks, or null */
    record Person(UUID id, String name, Integer changeover, List<TimeRange> available) {}

    /** A room. Into one that is not exclusive, like a hall of posters, people come and go at any time. */
    record Venue(
            UUID id,
            String slug,
            String name,
            Integer capacity,
            boolean exclusive,
            List<String> features,
            Integer changeover,
            List<TimeRange> available) {}

    enum Kind {
        TALK,
        BREAK,
        SESSION
    }

    boolean isTalk() {
        return kind == Kind.TALK;
    }

    boolean isBreak() {
        return kind == Kind.BREAK;
    }

    boolean isToBeSatThrough() {
        return isTalk() && venue.exclusive();
    }

    /** Whether one of the two is a session and the other a talk in it. */
    boolean sharesSessionWith(Placing other) {
        return id.equals(other.session) || other.id.equals(session);
    }

    /** Only of one who presents it. */
    Person presenter(UUID person) {
        return presenters.stream()
                .filter(presenter -> presenter.id().equals(person))
                .findFirst()
                .orElseThrow();
    }

    /** Whether all of it lies within one of the ranges; there being none, it does. */
    boolean isWithin(List<TimeRange> available) {
        return available.isEmpty()
                || available.stream()
                        .anyMatch(range -> !when.start().isBefore(range.start())
                                && !when.end().isAfter(range.end()));
    }
}
