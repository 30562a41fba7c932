package dev.lectern.schedule.change;

import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What takes place within sessions: their talks, and the breaks in their rooms. */
final class Contents {

    private Contents() {}

    /** Touched, so that it can be moved. */
    static List<Booking> of(Edit edit, Session session) {
        var inside = Stream.<Booking>concat(
                        Slot.inSession(session.id()).stream(), Break.within(session.room(), session.when()).stream())
                .toList();
        inside.forEach(edit::touch);
        return inside;
    }

    /** These, and what takes place within the sessions among them, each once. */
    static Collection<Booking> with(Edit edit, Stream<Booking> bookings) {
        var all = new LinkedHashSet<Booking>();
        bookings.forEach(booking -> {
            all.add(booking);
            if (booking instanceof Session session) {
                all.addAll(of(edit, session));
            }
        });
        return all;
    }

    /** Talks that are not where and when their session is any more, however that came, leave it. */
    static void settle(Edit edit) {
        var touched = edit.alterations().touched();
        var talks = Stream.concat(
                        touched.stream().filter(Slot.class::isInstance).map(Slot.class::cast),
                        touched.stream()
                                .filter(Session.class::isInstance)
                                .flatMap(session -> Slot.inSession(session.id()).stream()))
                .filter(talk -> talk.sessionId() != null)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var sessions = sessions(talks);
        talks.stream()
                .filter(talk -> !sessions.get(talk.sessionId()).holds(talk))
                .forEach(talk -> {
                    edit.alterations().remember(talk);
                    talk.join(null);
                });
    }

    private static Map<UUID, Session> sessions(Collection<Slot> talks) {
        return talks.isEmpty()
                ? Map.of()
                : Session.withIds(talks.stream().map(Slot::sessionId).distinct().toList()).stream()
                        .collect(Collectors.toMap(Session::id, Function.identity()));
    }
}
