package dev.lectern.schedule.slot;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.replica.Eventually;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.change.Operation;
import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.change.Signature;
import dev.lectern.schedule.change.Unschedule;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.CurrentConference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
    public RestResponse<SlotAnswer> place(
            @RestPath int number, @RestHeader("If-Match") IfMatch ifMatch, @NotNull @Valid PlaceSlot request) {
        var by = Signature.of(caller, request.comment(), request.announce());
        return edit(number, ifMatch, by, request.operation(number));
    }

    @DELETE
    public RestResponse<SlotAnswer> unschedule(
            @RestPath int number,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery String comment,
            @RestQuery Boolean announce) {
        return edit(number, ifMatch, Signature.of(caller, comment, announce), new Unschedule(number));
    }

    /** While a contribution that is not known yet is waited for, nothing is locked: each look is a transaction of its own. */
    private RestResponse<SlotAnswer> edit(int number, IfMatch ifMatch, Signature by, Operation operation) {
        return eventually.find(() -> {
            var schedule = Schedule.lock(conference.id());
            return Contribution.numbered(conference.id(), number).map(contribution -> {
                IfMatch.honour(ifMatch, schedule.version(), () -> answer(contribution, schedule));
                editing.apply(conference.id(), by, operation);
                return ResponseBuilder.ok(answer(contribution, schedule))
                        .tag(Long.toString(schedule.version()))
                        .build();
            });
        });
    }

    private SlotAnswer answer(Contribution contribution, Schedule schedule) {
        return SlotAnswer.of(Conference.findById(conference.id()), contribution, schedule.version());
    }
}
