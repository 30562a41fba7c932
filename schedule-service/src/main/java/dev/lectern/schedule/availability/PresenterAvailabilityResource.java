package dev.lectern.schedule.availability;

import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.replica.Eventually;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.replica.Presenters;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** When presenters can be had: all whom the catalog knows, whether they present anything or not. */
@Path("/schedule/conferences/{c}/presenters/{id}/availability")
class PresenterAvailabilityResource {

    private final CurrentConference conference;
    private final Availabilities availabilities;
    private final Eventually eventually;

    PresenterAvailabilityResource(CurrentConference conference, Availabilities availabilities, Eventually eventually) {
        this.conference = conference;
        this.availabilities = availabilities;
        this.eventually = eventually;
    }

    @GET
    public RestResponse<AvailabilityAnswer> get(@RestPath UUID id) {
        return onceKnown(id, () -> availabilities.get(conference.id(), id));
    }

    @PUT
    public RestResponse<AvailabilityAnswer> replace(
            @RestPath UUID id, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid NewAvailability request) {
        return onceKnown(id, () -> availabilities.replace(conference.id(), id, ifMatch, request));
    }

    private <T> T onceKnown(UUID presenter, Supplier<T> answer) {
        return eventually.find(
                () -> Presenters.known(conference.id(), List.of(presenter)).isEmpty()
                        ? Optional.empty()
                        : Optional.of(answer.get()),
                "This conference has no presenter with the id " + presenter);
    }
}
