package dev.lectern.schedule.working;

import dev.lectern.chassis.http.Tagged;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.replica.CurrentConference;
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
        var schedule = Schedule.of(conference.id());
        if (version == null) {
            return Tagged.ok(WorkingSchedule.of(schedule), schedule.version());
        }
        if (version < 0 || version > schedule.version()) {
            throw Refused.invalid(Fault.inParameter("version", "A version from 0 to " + schedule.version()));
        }
        return RestResponse.ok(WorkingSchedule.of(schedule, version));
    }
}
