package dev.lectern.schedule.availability;

import dev.lectern.chassis.http.IfMatch;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/schedule/conferences/{c}/rooms/{room}/availability")
class RoomAvailabilityResource {

    private final CurrentConference conference;
    private final Availabilities availabilities;

    RoomAvailabilityResource(CurrentConference conference, Availabilities availabilities) {
        this.conference = conference;
        this.availabilities = availabilities;
    }

    @GET
    @Transactional
    public RestResponse<AvailabilityAnswer> get(@RestPath String room) {
        return availabilities.get(conference.id(), named(room));
    }

    @PUT
    @Transactional
    public RestResponse<AvailabilityAnswer> replace(
            @RestPath String room, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid NewAvailability request) {
        return availabilities.replace(conference.id(), named(room), ifMatch, request);
    }

    private UUID named(String room) {
        return StoredTimetable.of(conference.id()).requireRoom(room).id();
    }
}
