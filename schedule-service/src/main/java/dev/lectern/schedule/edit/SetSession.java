package dev.lectern.schedule.edit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.PresenterReference;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.StartTime;
import dev.lectern.schedule.timetable.TimeRange;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Adds a session, or changes the one with the id, and takes what is in it along. {@code talks} are the contributions
 * that it is to have, as {@link Seating} seats them; those that it had and are not named leave it, and keep their
 * places. Chairs and talks that are left out stay as they are.
 */
public record SetSession(
        UUID id,

        @NotBlank(message = "A session has a title") @Size(max = 200, message = "At most 200 characters")
        String title,

        @NotNull String room,

        @NotNull String startsAt,

        @Min(value = 1, message = "At least one minute")
        @Max(value = MOST_MINUTES, message = "At most a day, 1440 minutes")
        int durationMinutes,

        @JsonProperty(isRequired = OptBoolean.FALSE) @Size(max = 20, message = "At most 20 chairs")
        List<@NotNull PresenterReference> chairs,

        @JsonProperty(isRequired = OptBoolean.FALSE) @Size(max = 500, message = "At most 500 talks")
        List<@NotNull Integer> talks)
        implements RequestedOperation {

    @Override
    public void apply(Edit edit) {
        var where = edit.room(room, "/room");
        var start = StartTime.read(startsAt, edit.timeZone(), "/startsAt");
        var session = id == null ? new Session(edit.conference().id(), UUID.randomUUID()) : edit.session(id, "/id");
        var chaired = chairs == null ? null : resolved(edit);
        requireOnce(chaired, "/chairs");
        requireOnce(talks, "/talks");
        edit.requireDay(session, start);
        if (session.isPlaced()) {
            takeContentsAlong(edit, session, where, start);
        }
        session.describe(title.strip(), chaired == null ? session.chairs() : chaired);
        edit.move(session, where, TimeRange.of(start, durationMinutes), null);
        if (id == null) {
            edit.add(session);
        }
        if (talks != null) {
            new Seating(edit, session).seat(talks);
        }
    }

    private static void takeContentsAlong(Edit edit, Session session, Room where, Instant start) {
        var by = Duration.between(session.when().start(), start);
        Contents.of(edit, session)
                .forEach(inside -> edit.attempt(() -> edit.move(
                        inside,
                        where,
                        TimeRange.of(
                                inside.when().start().plus(by), inside.when().minutes()),
                        inside.position())));
    }

    private List<UUID> resolved(Edit edit) {
        var meant = edit.timetable().presenters(chairs);
        var found = chairs.stream().map(meant::get).toList();
        refuse(found, "/chairs", Set::isEmpty, "The conference has no such presenter");
        refuse(found, "/chairs", several -> several.size() > 1, "More than one presenter is called so; give the id");
        return found.stream().map(one -> one.iterator().next()).toList();
    }

    private static <T> void requireOnce(List<T> named, String where) {
        if (named != null) {
            var seen = new HashSet<T>();
            refuse(named, where, one -> !seen.add(one), "This is named twice");
        }
    }

    private static <T> void refuse(List<T> named, String where, Predicate<T> wrong, String detail) {
        for (var i = 0; i < named.size(); i++) {
            if (wrong.test(named.get(i))) {
                throw Refused.invalid(Fault.at(where + "/" + i, detail));
            }
        }
    }

    @Override
    public Set<Integer> contributions() {
        return talks == null ? Set.of() : withoutNulls(talks);
    }

    @Override
    public Set<PresenterReference> presenters() {
        return chairs == null ? Set.of() : withoutNulls(chairs);
    }

    private static <T> Set<T> withoutNulls(List<T> named) {
        var all = new HashSet<>(named);
        all.remove(null);
        return all;
    }
}
