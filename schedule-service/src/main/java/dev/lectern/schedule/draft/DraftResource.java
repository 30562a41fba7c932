package dev.lectern.schedule.draft;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.MaxBytes;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.change.ChangeAnswer;
import dev.lectern.schedule.change.Changing;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.change.Preview;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.AwaitsOthers;
import dev.lectern.schedule.replica.ConferenceDeleted;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/schedule/conferences/{c}/drafts")
class DraftResource {

    /** Enough for as many operations as a draft may have. */
    private static final long LARGEST = 1024 * 1024;

    private final CurrentConference conference;
    private final Caller caller;
    private final Editing editing;
    private final Changing changing;

    DraftResource(CurrentConference conference, Caller caller, Editing editing, Changing changing) {
        this.conference = conference;
        this.caller = caller;
        this.editing = editing;
        this.changing = changing;
    }

    /** Without what they would do. */
    @GET
    @Transactional
    public Page<DraftItem> list(@RestQuery Integer pageSize, @RestQuery String pageToken) {
        var size = Page.size(pageSize);
        var found = Draft.after(conference.id(), Page.after(pageToken, 0), size + 1);
        return Page.of(found, size, Draft::number, DraftItem::of);
    }

    @POST
    @Idempotent
    @Transactional
    public RestResponse<DraftAnswer> begin(@NotNull @Valid NewDraft request) {
        var draft = Draft.begin(
                conference.id(),
                request.name().strip(),
                StoredTimetable.locked(conference.id()).schedule().version());
        return ResponseBuilder.<DraftAnswer>create(Status.CREATED)
                .header(HttpHeaders.LOCATION, "/schedule/conferences/" + conference.slug() + "/drafts/" + draft.id())
                .entity(answer(draft))
                .build();
    }

    @GET
    @Path("{id}")
    @Transactional
    public DraftAnswer get(@RestPath UUID id) {
        return answer(named(id));
    }

    /**
     * What cannot be done after what the draft does already is refused; what the draft did before is not judged again.
     */
    @POST
    @Path("{id}/operations")
    @Idempotent
    @AwaitsOthers
    @Transactional
    public DraftAnswer extend(@RestPath UUID id, @MaxBytes(LARGEST) @NotNull @Valid MoreOperations request) {
        var command = named(id).with(request.operations());
        var preview = preview(command);
        preview.refusal().filter(DraftResource::isAboutTheRequest).ifPresent(refusal -> {
            throw refusal;
        });
        var draft = named(id);
        draft.take(command);
        return DraftAnswer.of(draft, preview);
    }

    private static boolean isAboutTheRequest(Refused refusal) {
        return refusal.errors().stream().anyMatch(fault -> !fault.pointer().isEmpty());
    }

    /**
     * From now on it is meant for the newest version. The conflicts of the answer are those with the one that it was
     * meant for.
     */
    @POST
    @Path("{id}/rebase")
    @Idempotent
    @Transactional
    public DraftAnswer rebase(@RestPath UUID id) {
        var preview = preview(named(id).command());
        var draft = named(id);
        draft.rebase(StoredTimetable.of(conference.id()).schedule().version());
        return DraftAnswer.of(draft, preview);
    }

    /** As a change; after that there is no draft any more. */
    @POST
    @Path("{id}/apply")
    @Idempotent
    @Transactional
    public RestResponse<ChangeAnswer> apply(@RestPath UUID id, @Valid ApplyRequest request) {
        var given = Objects.requireNonNullElse(request, ApplyRequest.EMPTY);
        var draft = named(id);
        var response = changing.apply(
                Signature.of(caller.displayName(), given.comment(), given.internalComment(), given.announce())
                        .holding(given.hold()),
                draft.command(),
                false);
        draft.delete();
        return response;
    }

    @DELETE
    @Path("{id}")
    @Transactional
    public DraftAnswer discard(@RestPath UUID id) {
        var answer = answer(named(id));
        named(id).delete();
        return answer;
    }

    void forget(@Observes ConferenceDeleted gone) {
        Draft.delete("conferenceId", gone.conference());
    }

    private DraftAnswer answer(Draft draft) {
        return DraftAnswer.of(draft, preview(draft.command()));
    }

    private Preview preview(Command command) {
        return editing.preview(conference.id(), Signature.of(caller.displayName(), null, null), command);
    }

    /** Locks the schedule, so that a draft is altered by one at a time. */
    private Draft named(UUID id) {
        StoredTimetable.locked(conference.id());
        return Draft.of(conference.id(), id)
                .orElseThrow(() -> Refused.notFound("This schedule has no draft with the id " + id));
    }
}
