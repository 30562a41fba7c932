package dev.lectern.schedule.publication;

import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.timetable.Slot;
import java.time.Instant;

/** Whether a schedule is public, since when, its version, the revision of its agenda, and how many talks are placed. */
record PublicationAnswer(boolean published, Instant publishedAt, long version, long revision, long talks) {

    static PublicationAnswer of(Schedule schedule) {
        return new PublicationAnswer(
                schedule.isPublished(),
                schedule.publishedAt().orElse(null),
                schedule.version(),
                schedule.agendaRevision(),
                Slot.countPlaced(schedule.conferenceId()));
    }
}
