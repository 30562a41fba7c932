package dev.lectern.schedule.edit;

import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.Slot;
import java.util.Optional;
import java.util.UUID;

/**
 * Sets what some changes have altered back to how it was before them. What has been withdrawn or deleted since is not
 * placed again.
 */
final class Reversal {

    private final Edit edit;
    private final Diff diff;

    Reversal(Edit edit, Diff diff) {
        this.edit = edit;
        this.diff = diff;
    }

    /** Rooms come before what was in them, and go after what is in them; sessions come before their talks. */
    void apply() {
        edit.readAhead(diff.slotsBefore().keySet());
        diff.roomsBefore()
                .forEach((slug, before) ->
                        before.ifPresent(details -> edit.bringBack(edit.roomOfThePast(slug), details)));
        diff.sessionsBefore().forEach((id, before) -> edit.attempt(() -> setSession(id, before)));
        diff.slotsBefore()
                .forEach((number, before) -> edit.known(number)
                        .ifPresent(talk -> edit.attempt(() -> place(talk, before.filter(then -> !talk.withdrawn())))));
        diff.breaksBefore().forEach((id, before) -> edit.attempt(() -> set(id, before)));
        diff.roomsBefore().forEach((slug, before) -> {
            if (before.isEmpty()) {
                edit.attempt(() -> edit.remove(edit.roomOfThePast(slug)));
            }
        });
    }

    private void setSession(UUID id, Optional<SessionState> before) {
        var session = edit.session(id).orElseThrow();
        before.ifPresentOrElse(then -> set(session, then), session::giveWay);
    }

    private void set(Session session, SessionState then) {
        session.describe(then.title(), edit.timetable().presentersToday(then.chairs()));
        edit.move(session, edit.roomOfThePast(then.place().room().slug()), then.when(edit.timeZone()), null);
    }

    private void set(UUID id, Optional<BreakState> before) {
        var known = edit.pause(id);
        if (before.isPresent()) {
            var pause = known.orElseGet(() -> new Break(edit.conference().id(), id));
            set(pause, before.get());
            if (known.isEmpty()) {
                edit.add(pause);
            }
        } else {
            known.ifPresent(Break::giveWay);
        }
    }

    private void set(Break pause, BreakState then) {
        var room = then.place().room();
        var where = room == null ? null : edit.roomOfThePast(room.slug());
        pause.describe(then.title(), then.description());
        edit.move(pause, where, then.when(edit.timeZone()), null);
    }

    private void place(Contribution talk, Optional<Placement> before) {
        var slot = edit.slotOf(talk);
        slot.pin(false);
        before.filter(then -> then.spot().isPresent()).ifPresentOrElse(then -> place(slot, then), slot::giveWay);
    }

    private void place(Slot slot, Placement then) {
        var where = edit.roomOfThePast(then.state().place().room().slug());
        edit.move(slot, where, then.when(edit.timeZone()), then.position());
        slot.pin(then.pinned());
        slot.join(then.session());
    }
}
