package dev.lectern.schedule.working;

import dev.lectern.schedule.change.Change;
import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.change.Span;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.room.RoomAnswer;
import dev.lectern.schedule.slot.SlotView;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.warning.Warning;
import dev.lectern.schedule.warning.Warnings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A schedule at one version: rooms as created, placed slots and breaks by start, and the contributions that wait for a place by number. */
record WorkingSchedule(
        ConferenceView conference,
        long version,
        boolean published,
        Instant publishedAt,
        List<RoomAnswer> rooms,
        List<SlotView> slots,
        List<BreakState> breaks,
        List<Warning> warnings,
        List<Unscheduled> unscheduled) {

    record ConferenceView(String slug, String title, String timeZone, List<LocalDate> days) {

        static ConferenceView of(Conference conference) {
            return new ConferenceView(
                    conference.slug(), conference.title(), conference.timeZone().getId(), conference.days());
        }
    }

    record Unscheduled(int number, String title, Integer durationMinutes, List<PresenterName> presenters) {

        static Unscheduled of(Contribution contribution) {
            return new Unscheduled(
                    contribution.number(),
                    contribution.title(),
                    contribution.durationMinutes().orElse(null),
                    contribution.presenters().stream().map(Presenter::named).toList());
        }
    }

    static WorkingSchedule of(Schedule schedule) {
        var nothing = Span.between(schedule.conferenceId(), schedule.version(), schedule.version());
        var warnings = Warnings.among(schedule.conferenceId(), Booking.allOf(schedule.conferenceId()));
        return of(schedule, schedule.version(), schedule.publishedAt(), nothing, warnings);
    }

    /** As it was at an earlier version, with the titles and presenters of today and without warnings. */
    static WorkingSchedule of(Schedule schedule, long version) {
        var conference = schedule.conferenceId();
        var since = Span.between(conference, version, schedule.version());
        return of(schedule, version, Change.publishedAt(conference, version), since, List.of());
    }

    private static WorkingSchedule of(
            Schedule schedule, long version, Optional<Instant> publishedAt, Span since, List<Warning> warnings) {
        Conference conference = Conference.findById(schedule.conferenceId());
        var slots = slots(conference, since);
        var placed = slots.stream().map(slot -> slot.contribution().number()).collect(Collectors.toSet());
        return new WorkingSchedule(
                ConferenceView.of(conference),
                version,
                publishedAt.isPresent(),
                publishedAt.orElse(null),
                rooms(conference, since),
                slots,
                breaks(conference, since),
                warnings,
                Contribution.acceptedIn(conference.id()).stream()
                        .filter(contribution -> !placed.contains(contribution.number()))
                        .map(Unscheduled::of)
                        .toList());
    }

    private static List<RoomAnswer> rooms(Conference conference, Span since) {
        return Room.ever(conference.id()).stream()
                .flatMap(room -> since.roomsBefore().getOrDefault(room.slug(), room.current()).stream()
                        .map(details -> RoomAnswer.of(room, details)))
                .toList();
    }

    private static List<BreakState> breaks(Conference conference, Span since) {
        var breaks = new HashMap<UUID, BreakState>();
        Break.of(conference.id()).forEach(pause -> breaks.put(pause.id(), pause.state(conference.timeZone())));
        since.breaksBefore()
                .forEach((id, before) ->
                        before.ifPresentOrElse(state -> breaks.put(id, state), () -> breaks.remove(id)));
        return breaks.values().stream().sorted(BreakState.ORDER).toList();
    }

    private static List<SlotView> slots(Conference conference, Span since) {
        var placements = new TreeMap<Integer, Placement>();
        Slot.placedIn(conference.id())
                .forEach(slot -> placements.put(slot.number(), slot.placement(conference.timeZone())));
        since.slotsBefore()
                .forEach((number, before) -> before.filter(
                                placement -> placement.spot().isPresent())
                        .ifPresentOrElse(
                                placement -> placements.put(number, placement), () -> placements.remove(number)));
        var position = Room.ever(conference.id()).stream().collect(Collectors.toMap(Room::slug, Room::position));
        return Contribution.everNumbered(conference.id(), placements.keySet()).stream()
                .map(contribution -> SlotView.of(placements.get(contribution.number()), contribution))
                .sorted(Comparator.comparing((SlotView slot) -> slot.startsAt().toInstant())
                        .thenComparing(slot -> position.get(slot.room().slug()))
                        .thenComparing(slot -> slot.contribution().number()))
                .toList();
    }
}
