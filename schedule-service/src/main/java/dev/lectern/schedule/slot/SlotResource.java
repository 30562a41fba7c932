package dev.lectern.schedule.slot;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.replica.Eventually;
import dev.lectern.schedule.change.Edited;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.edit.Unschedule;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Schedule;
import dev.lectern.schedule.timetable.Slot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/schedule/conferences/{c}/slots/{number}")
class SlotResource {

    private final CurrentConference conference;
    private final Caller caller;
    private final Eventually eventually;
    private final Editing editing;

    SlotResource(CurrentConference conference, Caller caller, Eventually eventually, Editing editing) {
        this.conference = conference;
        this.caller = caller;
        this.eventually = eventually;
        this.editing = editing;
    }

    @PUT
    public RestResponse<Edited<SlotAnswer>> place(
            @RestPath int number,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @NotNull @Valid PlaceSlot request) {
        var by = Signature.of(caller.displayName(), request.comment(), request.internalComment(), request.announce())
                .holding(request.hold());
        return edit(number, request.room().slug(), ifMatch, dryRun, by, contribution -> request.operation(number));
    }

    @DELETE
    public RestResponse<Edited<SlotAnswer>> unschedule(
            @RestPath int number,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @RestQuery String comment,
            @RestQuery String internalComment,
            @RestQuery Boolean announce,
            @RestQuery Boolean hold) {
        var by = Signature.of(caller.displayName(), comment, internalComment, announce)
                .holding(hold);
        return edit(number, "", ifMatch, dryRun, by, contribution -> {
            if (StoredTimetable.of(conference.id())
                    .slot(contribution.id())
                    .filter(Slot::isPlaced)
                    .isEmpty()) {
                throw Refused.notFound("Contribution %d has no place".formatted(number));
            }
            return new Unschedule(number);
        });
    }

    /**
     * While a contribution that is not known yet is waited for, nothing is locked: each look is a transaction of its
     * own.
     */
    private RestResponse<Edited<SlotAnswer>> edit(
            int number,
            String room,
            IfMatch ifMatch,
            boolean dryRun,
            Signature by,
            Function<Contribution, Operation> operation) {
        return eventually.find(
                () -> {
                    var timetable = StoredTimetable.locked(conference.id());
                    var schedule = timetable.schedule();
                    return timetable
                            .contribution(number, room)
                            .filter(known -> !known.deleted())
                            .map(contribution -> {
                                IfMatch.honour(ifMatch, schedule.version(), () -> answer(contribution, schedule));
                                var command = Command.of(operation.apply(contribution));
                                var applied = editing.apply(timetable, by, command, dryRun);
                                return ResponseBuilder.ok(Edited.of(answer(contribution, schedule), applied, dryRun))
                                        .tag(Long.toString(schedule.version()))
                                        .build();
                            });
                },
                "This conference has no contribution " + number);
    }

    private SlotAnswer answer(Contribution contribution, Schedule schedule) {
        return SlotAnswer.of(Conferences.get(conference.id()), contribution, schedule.version());
    }
}
