package dev.lectern.schedule.publication;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.change.Operation;
import dev.lectern.schedule.change.Publish;
import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.change.Signature;
import dev.lectern.schedule.change.Unpublish;
import dev.lectern.schedule.replica.CurrentConference;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/schedule/conferences/{c}/publication")
class PublicationResource {

    private final CurrentConference conference;
    private final Caller caller;
    private final Editing editing;

    PublicationResource(CurrentConference conference, Caller caller, Editing editing) {
        this.conference = conference;
        this.caller = caller;
        this.editing = editing;
    }

    @PUT
    @Transactional
    public RestResponse<PublicationAnswer> publish(
            @RestHeader("If-Match") IfMatch ifMatch, @Valid PublicationRequest request) {
        var given = Objects.requireNonNullElse(request, PublicationRequest.EMPTY);
        return edit(ifMatch, Signature.of(caller, given.comment(), given.internalComment(), given.announce()), new Publish());
    }

    @DELETE
    @Transactional
    public RestResponse<PublicationAnswer> unpublish(
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery String comment,
            @RestQuery String internalComment,
            @RestQuery Boolean announce) {
        return edit(ifMatch, Signature.of(caller, comment, internalComment, announce), new Unpublish());
    }

    private RestResponse<PublicationAnswer> edit(IfMatch ifMatch, Signature by, Operation operation) {
        var schedule = Schedule.lock(conference.id());
        IfMatch.honour(ifMatch, schedule.version(), () -> PublicationAnswer.of(schedule));
        editing.apply(conference.id(), by, operation);
        return ResponseBuilder.ok(PublicationAnswer.of(schedule))
                .tag(Long.toString(schedule.version()))
                .build();
    }
}
