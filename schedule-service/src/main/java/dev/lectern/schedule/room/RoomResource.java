package dev.lectern.schedule.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.http.MergePatch;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.change.ChangeRoom;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.change.RemoveRoom;
import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.change.Signature;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.timetable.Room;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/schedule/conferences/{c}/rooms")
class RoomResource {

    private final CurrentConference conference;
    private final Caller caller;
    private final Editing editing;
    private final MergePatch patches;

    RoomResource(CurrentConference conference, Caller caller, Editing editing, MergePatch patches) {
        this.conference = conference;
        this.caller = caller;
        this.editing = editing;
        this.patches = patches;
    }

    @GET
    @Transactional
    public Page<RoomAnswer> list(@RestQuery Integer pageSize, @RestQuery String pageToken) {
        var size = Page.size(pageSize);
        var found = Room.after(conference.id(), Page.after(pageToken, -1), size + 1);
        return Page.of(found, size, Room::position, RoomAnswer::of);
    }

    @GET
    @Path("{room}")
    @Transactional
    public RestResponse<RoomAnswer> get(@RestPath String room) {
        return tagged(named(room));
    }

    @POST
    @Idempotent
    @Transactional
    public RestResponse<RoomAnswer> add(@NotNull @Valid NewRoom request) {
        editing.apply(
                conference.id(),
                Signature.of(caller, request.comment(), request.internalComment(), request.announce()),
                request.operation());
        var added = Room.newest(conference.id());
        return ResponseBuilder.<RoomAnswer>create(Status.CREATED)
                .header(HttpHeaders.LOCATION, "/schedule/conferences/" + conference.slug() + "/rooms/" + added.slug())
                .tag(Long.toString(added.revision()))
                .entity(RoomAnswer.of(added))
                .build();
    }

    @PUT
    @Path("{room}")
    @Transactional
    public RestResponse<RoomAnswer> replace(
            @RestPath String room, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid RoomReplacement request) {
        var current = lock(room);
        IfMatch.require(ifMatch, current.revision(), () -> RoomAnswer.of(current));
        return change(current, request);
    }

    @PATCH
    @Path("{room}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Transactional
    public RestResponse<RoomAnswer> patch(
            @RestPath String room, @RestHeader("If-Match") IfMatch ifMatch, ObjectNode patch)
            throws JsonProcessingException {
        var current = lock(room);
        IfMatch.honour(ifMatch, current.revision(), () -> RoomAnswer.of(current));
        return change(current, patches.apply(RoomReplacement.by(current), patch, RoomReplacement.class));
    }

    @DELETE
    @Path("{room}")
    @Transactional
    public RestResponse<RoomAnswer> remove(
            @RestPath String room,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery String comment,
            @RestQuery String internalComment,
            @RestQuery Boolean announce) {
        var current = lock(room);
        IfMatch.honour(ifMatch, current.revision(), () -> RoomAnswer.of(current));
        editing.apply(conference.id(), Signature.of(caller, comment, internalComment, announce), new RemoveRoom(room));
        return tagged(current);
    }

    private RestResponse<RoomAnswer> change(Room room, RoomReplacement request) {
        var by = Signature.of(caller, request.comment(), request.internalComment(), request.announce());
        editing.apply(conference.id(), by, new ChangeRoom(room.slug(), request.details()));
        return tagged(room);
    }

    /** What is read for a condition must still be so when it is changed. */
    private Room lock(String room) {
        Schedule.lock(conference.id());
        return named(room);
    }

    private Room named(String room) {
        return Room.withSlug(conference.id(), room).orElseThrow(Refused::notFound);
    }

    private static RestResponse<RoomAnswer> tagged(Room room) {
        return ResponseBuilder.ok(RoomAnswer.of(room))
                .tag(Long.toString(room.revision()))
                .build();
    }
}
