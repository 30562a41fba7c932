package dev.lectern.schedule.working;

import dev.lectern.schedule.edit.Diff;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Contributions;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.room.RoomAnswer;
import dev.lectern.schedule.session.SessionView;
import dev.lectern.schedule.slot.SlotView;
import dev.lectern.schedule.store.StoredHistory;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.warning.Warning;
import dev.lectern.schedule.warning.Warnings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A schedule at one version: rooms as created, placed slots, breaks and sessions by start, and the contributions that
 * wait for a place by number.
 */
record WorkingSchedule(
        ConferenceView conference,
        long version,
        boolean published,
        Instant publishedAt,
        List<RoomAnswer> rooms,
        List<SlotView> slots,
        List<BreakState> breaks,
        List<SessionView> sessions,
        List<Warning> warnings,
        List<Unscheduled> unscheduled) {

    @Schema(name = "ScheduleConference")
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

    static WorkingSchedule of(StoredTimetable timetable) {
        var schedule = timetable.schedule();
        var bookings = timetable.bookings();
        return of(
                schedule.version(),
                schedule.publishedAt(),
                new ScheduleAsOf(timetable, bookings, Diff.of(List.of())),
                Contributions.allOf(schedule.conferenceId()),
                Warnings.among(schedule.conferenceId(), bookings));
    }

    /** As it was at an earlier version, with the titles and presenters of today and without warnings. */
    static WorkingSchedule of(StoredTimetable timetable, long version) {
        var schedule = timetable.schedule();
        var history = StoredHistory.of(schedule.conferenceId());
        var then = new ScheduleAsOf(timetable, timetable.bookings(), history.diff(version, schedule.version()));
        var contributions = Contributions.allOf(schedule.conferenceId());
        return of(version, history.publishedAt(version), then, contributions, List.of());
    }

    private static WorkingSchedule of(
            long version,
            Optional<Instant> publishedAt,
            ScheduleAsOf then,
            List<Contribution> contributions,
            List<Warning> warnings) {
        var slots = then.slots(contributions);
        var placed = slots.stream().map(slot -> slot.contribution().number()).collect(Collectors.toSet());
        return new WorkingSchedule(
                ConferenceView.of(then.conference()),
                version,
                publishedAt.isPresent(),
                publishedAt.orElse(null),
                then.rooms(),
                slots,
                then.breaks(),
                then.sessions(),
                warnings,
                contributions.stream()
                        .filter(contribution -> !contribution.withdrawn() && !placed.contains(contribution.number()))
                        .map(Unscheduled::of)
                        .toList());
    }
}
