package dev.lectern.schedule.publication;

import dev.lectern.schedule.store.StoredTimetable;
import java.time.Instant;

/** Whether a schedule is public, since when, its version, the revision of its agenda, and how many talks are placed. */
record PublicationAnswer(boolean published, Instant publishedAt, long version, long revision, long talks) {

    static PublicationAnswer of(StoredTimetable timetable) {
        var schedule = timetable.schedule();
        return new PublicationAnswer(
                schedule.isPublished(),
                schedule.publishedAt().orElse(null),
                schedule.version(),
                schedule.agendaRevision(),
                timetable.countPlacedSlots());
    }
}
