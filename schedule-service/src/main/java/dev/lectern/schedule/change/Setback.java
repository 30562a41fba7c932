package dev.lectern.schedule.change;

import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.Slot;
import java.util.Optional;

/** Sets what some changes have altered back to how it was before them. What has been withdrawn or deleted since is not placed again. */
final class Setback {

    private final Edit edit;
    private final Span span;

    Setback(Edit edit, Span span) {
        this.edit = edit;
        this.span = span;
    }

    /** Rooms come before the talks that were in them, and go after the talks that are in them. */
    void apply() {
        edit.readAhead(span.slotsBefore().keySet());
        span.roomsBefore()
                .forEach((slug, before) -> before.ifPresent(details -> edit.bringBack(edit.roomEver(slug), details)));
        span.slotsBefore()
                .forEach((number, before) -> edit.known(number)
                        .ifPresent(talk -> edit.attempt(() -> place(talk, before.filter(then -> !talk.withdrawn())))));
        span.roomsBefore().forEach((slug, before) -> {
            if (before.isEmpty()) {
                edit.attempt(() -> edit.remove(edit.roomEver(slug)));
            }
        });
    }

    private void place(Contribution talk, Optional<Placement> before) {
        var slot = edit.slotOf(talk);
        slot.pin(false);
        before.filter(then -> then.spot().isPresent()).ifPresentOrElse(then -> place(slot, then), slot::free);
    }

    private void place(Slot slot, Placement then) {
        edit.move(slot, edit.roomEver(then.room().slug()), then.when(edit.timeZone()), then.position());
        slot.pin(then.pinned());
    }
}
