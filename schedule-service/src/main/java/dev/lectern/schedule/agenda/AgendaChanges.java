package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lectern.schedule.edit.Diff;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.Spot;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has another place on a public agenda than at one of its earlier versions, by where it is now. */
@Schema(name = "AgendaChanges")
record AgendaChanges(long since, long version, List<Moved> items) {

    /** What it is that has moved. */
    @Schema(name = "AgendaChangeKind")
    enum Kind {
        TALK,
        SESSION,
        BREAK
    }

    /**
     * Something that came, went, or moved.
     *
     * @param number of a talk; null for anything else
     * @param title null where the talk was withdrawn or deleted, and nothing more is said of it
     * @param before null where it is new
     * @param after null where it is gone
     */
    @Schema(name = "AgendaChange")
    record Moved(Kind kind, Integer number, String title, TimeAndPlace before, TimeAndPlace after) {

        @JsonIgnore
        boolean isSomewhereElse() {
            return !Objects.equals(before, after);
        }

        private OffsetDateTime begin() {
            return after == null ? before.startsAt() : after.startsAt();
        }
    }

    /** @param contributions finds them by their numbers, with those that have been deleted */
    static AgendaChanges of(
            Diff diff, long since, long version, Function<Collection<Integer>, List<Contribution>> contributions) {
        var talks = diff.talks(contributions);
        var here = contributions
                .apply(talks.stream().map(each -> each.contribution().number()).toList())
                .stream()
                .filter(contribution -> !contribution.withdrawn() && !contribution.deleted())
                .map(Contribution::number)
                .collect(Collectors.toSet());
        var moved = Stream.of(
                        talks.stream()
                                .map(each -> new Moved(
                                        Kind.TALK,
                                        each.contribution().number(),
                                        here.contains(each.contribution().number())
                                                ? each.contribution().title()
                                                : null,
                                        place(each.before(), Spot::place),
                                        place(each.after(), Spot::place))),
                        diff.sessions().stream()
                                .map(each -> new Moved(
                                        Kind.SESSION,
                                        null,
                                        Objects.requireNonNullElse(each.after(), each.before())
                                                .title(),
                                        place(each.before(), SessionState::place),
                                        place(each.after(), SessionState::place))),
                        diff.breaks().stream()
                                .map(each -> new Moved(
                                        Kind.BREAK,
                                        null,
                                        Objects.requireNonNullElse(each.after(), each.before())
                                                .title(),
                                        place(each.before(), BreakState::place),
                                        place(each.after(), BreakState::place))))
                .flatMap(each -> each);
        return new AgendaChanges(
                since,
                version,
                moved.filter(Moved::isSomewhereElse)
                        .sorted(Comparator.comparing(
                                        (Moved each) -> each.begin().toInstant())
                                .thenComparing(Moved::kind)
                                .thenComparing(Moved::number, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
    }

    /** Null of what was not there. */
    private static <T> TimeAndPlace place(T state, Function<T, TimeAndPlace> place) {
        return state == null ? null : place.apply(state);
    }
}
