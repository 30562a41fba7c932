package dev.lectern.schedule.change;

import dev.lectern.schedule.timetable.Schedule;
import java.time.Instant;
import java.util.UUID;

/** Which state of a public agenda is the newest. {@code events/agenda.v1.schema.json} is the contract. */
record AgendaEvent(UUID conferenceId, long revision, long version, boolean published, Instant changedAt) {

    static final String TOPIC = "lectern.schedule.agenda.v1";
    static final String TYPE = "dev.lectern.agenda.v1";

    static AgendaEvent of(Schedule schedule, boolean published) {
        return new AgendaEvent(
                schedule.conferenceId(),
                schedule.agendaRevision(),
                schedule.version(),
                published,
                schedule.agendaChangedAt());
    }
}
