package dev.lectern.schedule.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.http.MergePatch;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.schedule.change.Applied;
import dev.lectern.schedule.change.Edited;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.edit.ChangeRoom;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.RemoveRoom;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.store.StoredTimetable;
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
        var found = StoredTimetable.of(conference.id()).roomsAfter(Page.after(pageToken, -1), size + 1);
        return Page.of(found, size, Room::position, RoomAnswer::of);
    }

    @GET
    @Path("{room}")
    @Transactional
    public RestResponse<RoomAnswer> get(@RestPath String room) {
        var found = named(room);
        return tagged(found, RoomAnswer.of(found));
    }

    @POST
    @Idempotent
    @Transactional
    public RestResponse<Edited<RoomAnswer>> add(@RestQuery boolean dryRun, @NotNull @Valid NewRoom request) {
        var applied = apply(
                dryRun, sign(request.comment(), request.internalComment(), request.announce()), request.operation());
        var added = applied.addedRooms().get(0);
        return ResponseBuilder.<Edited<RoomAnswer>>create(Status.CREATED)
                .header(HttpHeaders.LOCATION, "/schedule/conferences/" + conference.slug() + "/rooms/" + added.slug())
                .tag(Long.toString(added.revision()))
                .entity(Edited.of(RoomAnswer.of(added), applied, dryRun))
                .build();
    }

    /** Adds several, in their order, or none. */
    @POST
    @Path("batch")
    @Idempotent
    @Transactional
    public Edited<NewRooms.AddedRooms> addAll(@RestQuery boolean dryRun, @NotNull @Valid NewRooms request) {
        var applied = apply(
                dryRun,
                sign(request.comment(), request.internalComment(), request.announce()),
                new Command(request.operations(), null, "/rooms", 0));
        var added = applied.addedRooms().stream().map(RoomAnswer::of).toList();
        return Edited.of(new NewRooms.AddedRooms(added), applied, dryRun);
    }

    @PUT
    @Path("{room}")
    @Transactional
    public RestResponse<Edited<RoomAnswer>> replace(
            @RestPath String room,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @NotNull @Valid RoomReplacement request) {
        var current = lock(room);
        IfMatch.require(ifMatch, current.revision(), () -> RoomAnswer.of(current));
        return change(current, request, dryRun);
    }

    @PATCH
    @Path("{room}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Transactional
    public RestResponse<Edited<RoomAnswer>> patch(
            @RestPath String room, @RestHeader("If-Match") IfMatch ifMatch, @RestQuery boolean dryRun, ObjectNode patch)
            throws JsonProcessingException {
        var current = lock(room);
        IfMatch.honour(ifMatch, current.revision(), () -> RoomAnswer.of(current));
        return change(current, patches.apply(RoomReplacement.by(current), patch, RoomReplacement.class), dryRun);
    }

    @DELETE
    @Path("{room}")
    @Transactional
    public RestResponse<Edited<RoomAnswer>> remove(
            @RestPath String room,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @RestQuery String comment,
            @RestQuery String internalComment,
            @RestQuery Boolean announce) {
        var current = lock(room);
        IfMatch.honour(ifMatch, current.revision(), () -> RoomAnswer.of(current));
        var applied = apply(dryRun, sign(comment, internalComment, announce), new RemoveRoom(room));
        return tagged(current, Edited.of(RoomAnswer.of(current), applied, dryRun));
    }

    private RestResponse<Edited<RoomAnswer>> change(Room room, RoomReplacement request, boolean dryRun) {
        var by = sign(request.comment(), request.internalComment(), request.announce());
        var applied = apply(dryRun, by, new ChangeRoom(room.slug(), request.details()));
        return tagged(room, Edited.of(RoomAnswer.of(room), applied, dryRun));
    }

    private Signature sign(String comment, String internalComment, Boolean announce) {
        return Signature.of(caller.displayName(), comment, internalComment, announce);
    }

    private Applied apply(boolean dryRun, Signature by, Operation operation) {
        return apply(dryRun, by, Command.of(operation));
    }

    private Applied apply(boolean dryRun, Signature by, Command command) {
        return editing.apply(conference.id(), by, command, dryRun);
    }

    /** What is read for a condition must still be so when it is changed. */
    private Room lock(String room) {
        return StoredTimetable.locked(conference.id()).requireRoom(room);
    }

    private Room named(String room) {
        return StoredTimetable.of(conference.id()).requireRoom(room);
    }

    private static <T> RestResponse<T> tagged(Room room, T answer) {
        return ResponseBuilder.ok(answer).tag(Long.toString(room.revision())).build();
    }
}
