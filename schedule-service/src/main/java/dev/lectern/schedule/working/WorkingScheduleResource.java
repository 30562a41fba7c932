package dev.lectern.schedule.working;

import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.replica.CurrentConference;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/schedule/conferences/{c}")
class WorkingScheduleResource {

    private final CurrentConference conference;
    private final EntityManager entities;

    WorkingScheduleResource(CurrentConference conference, EntityManager entities) {
        this.conference = conference;
        this.entities = entities;
    }

    @GET
    @Transactional
    public RestResponse<WorkingSchedule> get() {
        entities.createNativeQuery("set transaction isolation level repeatable read")
                .executeUpdate();
        var schedule = Schedule.of(conference.id());
        return ResponseBuilder.ok(WorkingSchedule.of(schedule))
                .tag(Long.toString(schedule.version()))
                .build();
    }
}
