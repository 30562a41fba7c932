package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What takes place within sessions: their talks, and the breaks in their rooms. */
final class Contents {

    private Contents() {}

    /** Touched, so that it can be moved; nothing of what holds nothing. */
    static List<Booking> of(Edit edit, Booking block) {
        if (!block.isBlock()) {
            return List.of();
        }
        var inside = new ArrayList<Booking>(edit.talksIn(block.id()));
        edit.during(block.when(), block.room()).stream()
                .filter(booking -> booking.isPause() && block.when().holdsAll(booking.when()))
                .forEach(inside::add);
        inside.forEach(edit::touch);
        return inside;
    }

    /** These, and what takes place within the sessions among them, each once. */
    static Collection<Booking> with(Edit edit, Stream<Booking> bookings) {
        var all = new LinkedHashSet<Booking>();
        bookings.forEach(booking -> {
            all.add(booking);
            all.addAll(of(edit, booking));
        });
        return all;
    }

    /** Talks that are not where and when their session is any more, however that came, leave it. */
    static void settle(Edit edit) {
        var talks = edit.seatedAmongTouched();
        var sessions = edit.sessions(talks.stream().map(Slot::sessionId).collect(Collectors.toSet()));
        talks.stream()
                .filter(talk -> !sessions.get(talk.sessionId()).holds(talk))
                .forEach(talk -> {
                    edit.alterations().remember(talk);
                    talk.join(null);
                });
    }
}
