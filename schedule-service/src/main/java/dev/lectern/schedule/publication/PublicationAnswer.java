package dev.lectern.schedule.publication;

import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.warning.Warning;
import java.time.Instant;
import java.util.List;

/** Whether a schedule is public, since when, its version, the revision of its agenda, how many talks are placed, and what may be missing. */
record PublicationAnswer(
        boolean published, Instant publishedAt, long version, long revision, long talks, List<Warning> warnings) {

    static PublicationAnswer of(Schedule schedule, List<Warning> warnings) {
        return new PublicationAnswer(
                schedule.isPublished(),
                schedule.publishedAt().orElse(null),
                schedule.version(),
                schedule.agendaRevision(),
                Slot.countPlaced(schedule.conferenceId()),
                warnings);
    }
}
