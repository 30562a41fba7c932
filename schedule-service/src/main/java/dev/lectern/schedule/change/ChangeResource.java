package dev.lectern.schedule.change;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.edit.Change;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Revert;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.AwaitsOthers;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.store.StoredHistory;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/schedule/conferences/{c}/changes")
class ChangeResource {

    /** Enough for as many operations as one change may have. */
    private static final long LARGEST = 1024 * 1024;

    private final CurrentConference conference;
    private final Caller caller;
    private final Changing changing;

    ChangeResource(CurrentConference conference, Caller caller, Changing changing) {
        this.conference = conference;
        this.caller = caller;
        this.changing = changing;
    }

    @POST
    @Idempotent
    @AwaitsOthers
    @Transactional
    public RestResponse<ChangeAnswer> apply(
            @RestQuery boolean dryRun,
            @RestQuery boolean strict,
            @MaxBytes(LARGEST) @NotNull @Valid ChangeRequest request) {
        var by = Signature.of(caller.displayName(), request.comment(), request.internalComment(), request.announce())
                .holding(request.hold());
        return apply(dryRun, strict, by, request.command());
    }

    @POST
    @Path("{version}/revert")
    @Idempotent
    @Transactional
    public RestResponse<ChangeAnswer> revert(
            @RestPath long version, @RestQuery boolean dryRun, @Valid RevertRequest request) {
        var given = Objects.requireNonNullElse(request, RevertRequest.EMPTY);
        var by = Signature.of(caller.displayName(), given.comment(), given.internalComment(), given.announce())
                .holding(given.hold());
        return apply(dryRun, false, by, Command.of(new Revert(version)));
    }

    private RestResponse<ChangeAnswer> apply(boolean dryRun, boolean strict, Signature by, Command command) {
        var response = changing.apply(by, command, dryRun);
        if (strict) {
            Changing.requireNoWarnings(response.getEntity());
        }
        return response;
    }

    /** Newest first. */
    @GET
    @Transactional
    public Page<ChangeItem> list(@RestQuery Integer pageSize, @RestQuery String pageToken) {
        var size = Page.size(pageSize);
        var found = StoredHistory.of(conference.id()).before(Page.after(pageToken, Long.MAX_VALUE), size + 1);
        return Page.of(found, size, Change::version, ChangeItem::of);
    }

    @GET
    @Path("{version}")
    @Transactional
    public ChangeDetails get(@RestPath long version) {
        return StoredHistory.of(conference.id())
                .change(version)
                .map(change -> ChangeDetails.of(change, StoredTimetable.of(conference.id())))
                .orElseThrow(() -> Refused.notFound("No change of this schedule has the version " + version));
    }
}
