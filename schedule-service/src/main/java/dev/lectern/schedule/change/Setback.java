package dev.lectern.schedule.change;

import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.Slot;
import java.util.Optional;
import java.util.UUID;

/** Sets what some changes have altered back to how it was before them. What has been withdrawn or deleted since is not placed again. */
final class Setback {

    private final Edit edit;
    private final Span span;

    Setback(Edit edit, Span span) {
        this.edit = edit;
        this.span = span;
    }

    /** Rooms come before what was in them, and go after what is in them; sessions come before their talks. */
    void apply() {
        edit.readAhead(span.slotsBefore().keySet());
        span.roomsBefore()
                .forEach((slug, before) -> before.ifPresent(details -> edit.bringBack(edit.roomEver(slug), details)));
        span.sessionsBefore().forEach((id, before) -> edit.attempt(() -> setSession(id, before)));
        span.slotsBefore()
                .forEach((number, before) -> edit.known(number)
                        .ifPresent(talk -> edit.attempt(() -> place(talk, before.filter(then -> !talk.withdrawn())))));
        span.breaksBefore().forEach((id, before) -> edit.attempt(() -> set(id, before)));
        span.roomsBefore().forEach((slug, before) -> {
            if (before.isEmpty()) {
                edit.attempt(() -> edit.remove(edit.roomEver(slug)));
            }
        });
    }

    private void setSession(UUID id, Optional<SessionState> before) {
        var session = Session.of(edit.conference().id(), id).orElseThrow();
        edit.touch(session);
        before.ifPresentOrElse(then -> set(session, then), session::remove);
    }

    private void set(Session session, SessionState then) {
        session.describe(then.title(), KnownPresenter.today(then.chairs()));
        edit.move(session, edit.roomEver(then.room().slug()), then.when(edit.timeZone()), null);
    }

    private void set(UUID id, Optional<BreakState> before) {
        var known = Break.of(edit.conference().id(), id);
        known.ifPresent(edit::touch);
        if (before.isPresent()) {
            var pause = known.orElseGet(() -> new Break(edit.conference().id(), id));
            set(pause, before.get());
            if (known.isEmpty()) {
                edit.add(pause);
            }
        } else {
            known.ifPresent(Break::remove);
        }
    }

    private void set(Break pause, BreakState then) {
        var where = then.room() == null ? null : edit.roomEver(then.room().slug());
        pause.describe(then.title(), then.description());
        edit.move(pause, where, then.when(edit.timeZone()), null);
    }

    private void place(Contribution talk, Optional<Placement> before) {
        var slot = edit.slotOf(talk);
        slot.pin(false);
        before.filter(then -> then.spot().isPresent()).ifPresentOrElse(then -> place(slot, then), slot::free);
    }

    private void place(Slot slot, Placement then) {
        edit.move(slot, edit.roomEver(then.room().slug()), then.when(edit.timeZone()), then.position());
        slot.pin(then.pinned());
        slot.join(then.session());
    }
}
