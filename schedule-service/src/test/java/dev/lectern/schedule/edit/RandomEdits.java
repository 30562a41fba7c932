package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Operations made of a few numbers, so that they can be drawn at random, and drawn smaller where something fails.
 * Breaks and sessions are named by their titles, which are all different: their ids are drawn anew by each schedule.
 */
final class RandomEdits {

    /** Numbers from 0 on, of which an operation takes as many as it needs. */
    record Draw(int kind, int talk, int other, int time, int length) {}

    static final int FIRST_TALK = 3;
    static final int TALKS = 8;
    static final long FIRST_VERSION = 2;
    private static final List<String> ROOMS = List.of("red", "blue");

    private RandomEdits() {}

    /** Two rooms and eight talks, of which one has minutes of its own, like a conference of {@code TestConference}. */
    static PlainSchedule schedule() {
        var schedule = new PlainSchedule("Europe/Paris", "2027-03-02", "2027-03-03")
                .room("red")
                .room("blue");
        IntStream.range(FIRST_TALK, FIRST_TALK + TALKS)
                .forEach(number -> schedule.talk(number, number == FIRST_TALK ? 45 : null));
        return schedule;
    }

    /** What there is that operations name by an id, by title. */
    record Named(SortedMap<String, UUID> breaks, SortedMap<String, UUID> sessions) {

        static Named of(Snapshot now) {
            return new Named(byTitle(now.breaks(), BreakState::title), byTitle(now.sessions(), SessionState::title));
        }

        private static <T> SortedMap<String, UUID> byTitle(Map<UUID, T> things, Function<T, String> title) {
            var ids = new TreeMap<String, UUID>();
            things.forEach((id, thing) -> ids.put(title.apply(thing), id));
            return ids;
        }
    }

    /** The operations that these draws mean; what they add has titles with the version in them. */
    static List<Operation> operations(List<Draw> draws, long version, Named named) {
        return IntStream.range(0, draws.size())
                .mapToObj(index -> operation(draws.get(index), "Title %d.%d".formatted(version, index), version, named))
                .toList();
    }

    private static Operation operation(Draw draw, String title, long version, Named named) {
        var talk = talk(draw.talk);
        var room = ROOMS.get(draw.other % ROOMS.size());
        var minutes = 5 * (1 + draw.length % 20);
        return switch (draw.kind % 14) {
            case 0 -> new Unschedule(talk);
            case 1 -> new Swap(talk, talk(draw.other));
            case 2 -> new SwapRooms("red", "blue", time(0), time(12 * 60));
            case 3 -> new Resize(talk, minutes);
            case 4 -> new Shift(draw.other % 3 == 0 ? room : null, time(draw.time % 12 * 60), null, shift(minutes));
            case 5 -> draw.length % 2 == 0 ? new Pin(talk) : new Unpin(talk);
            case 6 -> new Restore(FIRST_VERSION + draw.time % (version - FIRST_VERSION + 1));
            case 7 ->
                new SetBreak(
                        known(named.breaks, draw.length),
                        title,
                        draw.time % 3 == 0 ? null : room,
                        time(draw),
                        minutes,
                        null);
            case 8, 9 ->
                new SetSession(
                        known(named.sessions, draw.length),
                        title,
                        room,
                        time(draw),
                        60 * (1 + draw.length % 4),
                        null,
                        talks(draw));
            case 10 -> remove(draw, named);
            default -> new Place(talk, room, time(draw), minutes, null, null);
        };
    }

    private static int shift(int minutes) {
        return minutes == 50 ? 5 : minutes - 50;
    }

    private static Operation remove(Draw draw, Named named) {
        var pause = known(named.breaks, draw.length);
        var session = known(named.sessions, draw.length);
        if (pause != null) {
            return new RemoveBreak(pause);
        }
        return session == null ? new Unschedule(talk(draw.talk)) : new RemoveSession(session);
    }

    private static List<Integer> talks(Draw draw) {
        var one = talk(draw.talk);
        var other = talk(draw.talk + 1 + draw.other % (TALKS - 1));
        return draw.time % 2 == 0 ? List.of(one) : List.of(one, other);
    }

    private static int talk(int drawn) {
        return FIRST_TALK + drawn % TALKS;
    }

    private static String time(Draw draw) {
        return time(15 * (draw.time % 48));
    }

    private static String time(int minutes) {
        return "2027-03-02T%02d:%02d".formatted(8 + minutes / 60, minutes % 60);
    }

    /** One of these by its number, or null for a new one. */
    private static UUID known(SortedMap<String, UUID> ids, int drawn) {
        return ids.values().stream().skip(drawn % (ids.size() + 1)).findFirst().orElse(null);
    }
}
