package dev.lectern.schedule.working;

import dev.lectern.chassis.http.Tagged;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/schedule/conferences/{c}")
class WorkingScheduleResource {

    private final CurrentConference conference;
    private final EntityManager entities;

    WorkingScheduleResource(CurrentConference conference, EntityManager entities) {
        this.conference = conference;
        this.entities = entities;
    }

    /** @param version the newest without; an earlier one as it was then */
    @GET
    @Transactional
    public RestResponse<WorkingSchedule> get(@RestQuery Long version) {
        entities.createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
        var timetable = StoredTimetable.of(conference.id());
        var schedule = timetable.schedule();
        if (version == null) {
            return Tagged.ok(WorkingSchedule.of(timetable), schedule.version());
        }
        if (version < 0 || version > schedule.version()) {
            throw Refused.invalid(Fault.inParameter("version", "A version from 0 to " + schedule.version()));
        }
        return RestResponse.ok(WorkingSchedule.of(timetable, version));
    }
}
