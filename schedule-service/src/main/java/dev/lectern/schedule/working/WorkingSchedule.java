package dev.lectern.schedule.working;

import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.room.RoomAnswer;
import dev.lectern.schedule.slot.SlotView;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A schedule at one version: rooms as created, placed slots by start, and the contributions that wait for a place by number. */
record WorkingSchedule(
        ConferenceView conference,
        long version,
        boolean published,
        Instant publishedAt,
        List<RoomAnswer> rooms,
        List<SlotView> slots,
        List<Object> breaks,
        List<Object> warnings,
        List<Unscheduled> unscheduled) {

    record ConferenceView(String slug, String title, String timeZone, List<LocalDate> days) {

        static ConferenceView of(Conference conference) {
            return new ConferenceView(
                    conference.slug(), conference.title(), conference.timeZone().getId(), conference.days());
        }
    }

    record Unscheduled(int number, String title, Integer durationMinutes, List<Person> presenters) {

        record Person(UUID id, String name) {}

        static Unscheduled of(Contribution contribution) {
            return new Unscheduled(
                    contribution.number(),
                    contribution.title(),
                    contribution.durationMinutes().orElse(null),
                    contribution.presenters().stream()
                            .map(presenter -> new Person(presenter.id(), presenter.name()))
                            .toList());
        }
    }

    static WorkingSchedule of(Schedule schedule) {
        Conference conference = Conference.findById(schedule.conferenceId());
        return new WorkingSchedule(
                ConferenceView.of(conference),
                schedule.version(),
                schedule.isPublished(),
                schedule.publishedAt().orElse(null),
                Room.of(conference.id()).stream().map(RoomAnswer::of).toList(),
                slots(conference),
                List.of(),
                List.of(),
                Contribution.waitingIn(conference.id()).stream()
                        .map(Unscheduled::of)
                        .toList());
    }

    private static List<SlotView> slots(Conference conference) {
        var placed = Slot.placedIn(conference.id());
        var contributions = Contribution.withIds(
                        placed.stream().map(Slot::contributionId).toList())
                .stream()
                .collect(Collectors.toMap(Contribution::id, contribution -> contribution));
        return placed.stream()
                .map(slot -> SlotView.of(slot, contributions.get(slot.contributionId()), conference.timeZone()))
                .toList();
    }
}
