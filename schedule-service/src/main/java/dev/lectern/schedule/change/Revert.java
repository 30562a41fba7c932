package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.Slot;
import java.util.Optional;
import java.util.UUID;

/** Undoes what one change has altered, as long as all of that is still as that change left it. */
public record Revert(long version) implements Operation {

    @Override
    public void apply(Edit edit) {
        var conference = edit.conference().id();
        var change = Change.of(conference, version)
                .orElseThrow(() -> Refused.notFound("No change of this schedule has the version " + version));
        if (!change.isRevertible()) {
            throw new Refused(
                    409,
                    "not-revertible",
                    "That change cannot be undone like this",
                    "Publication is taken back by un-publishing, and a withdrawal or a time zone in the catalog");
        }
        var span = change.span();
        if (!isAsLeft(edit, span)) {
            throw MovedOn.by(edit.schedule(), change.laterOnTheSame());
        }
        new Setback(edit, span).apply();
    }

    private static boolean isAsLeft(Edit edit, Span span) {
        var zone = edit.timeZone();
        var slots = Slot.numbered(edit.conference().id(), span.slotsAfter().keySet());
        var rooms = Room.everWithSlugs(edit.conference().id(), span.roomsAfter().keySet());
        return slots.stream()
                        .allMatch(slot -> span.slotsAfter()
                                .get(slot.number())
                                .filter(left -> left.isTheSamePlaceAs(slot.placement(zone)))
                                .isPresent())
                && span.breaksAfter().entrySet().stream()
                        .allMatch(left -> isAsLeft(edit, left.getKey(), left.getValue()))
                && span.sessionsAfter().entrySet().stream()
                        .allMatch(left -> isSessionAsLeft(edit, left.getKey(), left.getValue()))
                && rooms.stream()
                        .allMatch(room -> span.roomsAfter().get(room.slug()).equals(room.current()));
    }

    private static boolean isSessionAsLeft(Edit edit, UUID session, Optional<SessionState> left) {
        var now = Session.of(edit.conference().id(), session)
                .filter(Session::isPlaced)
                .map(known -> known.state(edit.timeZone()));
        return left.isPresent() == now.isPresent()
                && left.map(state -> state.isTheSameAs(now.orElseThrow())).orElse(true);
    }

    private static boolean isAsLeft(Edit edit, UUID pause, Optional<BreakState> left) {
        var now = Break.of(edit.conference().id(), pause).map(known -> known.state(edit.timeZone()));
        return left.isPresent() == now.isPresent()
                && left.map(state -> state.isTheSameAs(now.orElseThrow())).orElse(true);
    }
}
