package dev.lectern.schedule.working;

import dev.lectern.schedule.edit.Diff;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.room.RoomAnswer;
import dev.lectern.schedule.session.SessionView;
import dev.lectern.schedule.slot.SlotView;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.stream.Collectors;

/** How a schedule is, or was: what there is now, with what has been altered since as it was before that. */
final class ScheduleAsOf {

    private final Conference conference;
    private final Diff since;
    private final List<Room> everyRoom;
    private final Map<Integer, Placement> placements;
    private final Map<UUID, BreakState> breaks;
    private final Map<UUID, SessionState> sessions;

    ScheduleAsOf(StoredTimetable timetable, List<Booking> now, Diff since) {
        this.conference = timetable.conference();
        this.since = since;
        this.everyRoom = timetable.rooms();
        var placed = Snapshot.of(now.stream().filter(Booking::isPlaced).toList(), conference.timeZone());
        this.placements = placed.slots();
        this.breaks = placed.breaks();
        this.sessions = placed.sessions();
        since.slotsBefore()
                .forEach((number, before) -> before.filter(then -> then.spot().isPresent())
                        .ifPresentOrElse(then -> placements.put(number, then), () -> placements.remove(number)));
        since.breaksBefore()
                .forEach((id, before) -> before.ifPresentOrElse(then -> breaks.put(id, then), () -> breaks.remove(id)));
        since.sessionsBefore()
                .forEach((id, before) ->
                        before.ifPresentOrElse(then -> sessions.put(id, then), () -> sessions.remove(id)));
    }

    Conference conference() {
        return conference;
    }

    /** As created. */
    List<RoomAnswer> rooms() {
        return everyRoom.stream()
                .flatMap(room -> since.roomsBefore().getOrDefault(room.slug(), room.current()).stream()
                        .map(details -> RoomAnswer.of(room, details)))
                .toList();
    }

    /** By start, then title. */
    List<BreakState> breaks() {
        return breaks.values().stream().sorted(BreakState.ORDER).toList();
    }

    /** By start, then title. */
    List<SessionView> sessions() {
        return SessionView.of(sessions.values(), talksBySession());
    }

    private Map<UUID, List<Integer>> talksBySession() {
        var talks = new HashMap<UUID, List<Integer>>();
        placements.entrySet().stream()
                .filter(talk -> talk.getValue().session() != null)
                .sorted(Comparator.comparing((Entry<Integer, Placement> talk) ->
                                talk.getValue().state().place().startsAt().toInstant())
                        .thenComparing(
                                talk -> talk.getValue().position(), Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Entry::getKey))
                .forEach(talk -> talks.computeIfAbsent(talk.getValue().session(), any -> new ArrayList<>())
                        .add(talk.getKey()));
        return talks;
    }

    /** The slots of these contributions, by start, then room as created, then number. */
    List<SlotView> slots(Collection<Contribution> contributions) {
        var position = everyRoom.stream().collect(Collectors.toMap(Room::slug, Room::position));
        return contributions.stream()
                .filter(contribution -> placements.containsKey(contribution.number()))
                .map(contribution -> SlotView.of(placements.get(contribution.number()), contribution))
                .sorted(Comparator.comparing(
                                (SlotView slot) -> slot.place().startsAt().toInstant())
                        .thenComparing(slot -> position.get(slot.place().room().slug()))
                        .thenComparing(slot -> slot.contribution().number()))
                .toList();
    }
}
