package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.ScheduleRefusal;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionState;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Undoes what one change has altered, as long as all of that is still as that change left it. */
public record Revert(long version) implements Operation {

    @Override
    public void apply(Edit edit) {
        var change = edit.history()
                .change(version)
                .orElseThrow(() -> Refused.notFound("No change of this schedule has the version " + version));
        if (!change.isRevertible()) {
            throw ScheduleRefusal.NOT_REVERTIBLE.because(
                    "Publication is taken back by un-publishing, and a withdrawal or a time zone in the catalog");
        }
        var diff = Diff.of(List.of(change));
        if (!isAsLeft(edit, diff)) {
            var later = edit.history().since(version, change.talks(), change.rooms());
            throw MovedOn.by(edit.schedule().version(), later, edit::contributions);
        }
        new Reversal(edit, diff).apply();
    }

    private static boolean isAsLeft(Edit edit, Diff diff) {
        edit.readAhead(diff.slotsAfter().keySet());
        return diff.slotsAfter().entrySet().stream()
                        .allMatch(left -> isTalkAsLeft(edit, left.getKey(), left.getValue()))
                && diff.breaksAfter().entrySet().stream()
                        .allMatch(left -> isBreakAsLeft(edit, left.getKey(), left.getValue()))
                && diff.sessionsAfter().entrySet().stream()
                        .allMatch(left -> isSessionAsLeft(edit, left.getKey(), left.getValue()))
                && diff.roomsAfter().entrySet().stream()
                        .allMatch(left ->
                                edit.roomOfThePast(left.getKey()).current().equals(left.getValue()));
    }

    private static boolean isTalkAsLeft(Edit edit, int talk, Optional<Placement> left) {
        return edit.slot(talk)
                .map(slot -> left.filter(state -> state.isTheSamePlaceAs(slot.placement(edit.timeZone())))
                        .isPresent())
                .orElse(true);
    }

    private static boolean isSessionAsLeft(Edit edit, UUID session, Optional<SessionState> left) {
        var now = edit.session(session).filter(Session::isPlaced).map(known -> known.state(edit.timeZone()));
        return left.isPresent() == now.isPresent()
                && left.map(state -> state.isTheSameAs(now.orElseThrow())).orElse(true);
    }

    private static boolean isBreakAsLeft(Edit edit, UUID pause, Optional<BreakState> left) {
        var now = edit.pause(pause).filter(Break::isPlaced).map(known -> known.state(edit.timeZone()));
        return left.isPresent() == now.isPresent()
                && left.map(state -> state.isTheSameAs(now.orElseThrow())).orElse(true);
    }
}
