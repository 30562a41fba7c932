package dev.lectern.catalog.conference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.catalog.audience.Audiences;
import dev.lectern.catalog.audience.Edited;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.http.MergePatch;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.http.Tagged;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.idempotency.StoredAnswers;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.event.Event;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /catalog/conferences} and one of them. */
@Path("/catalog/conferences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ConferenceResource {

    private final Caller caller;
    private final ConferenceAccess access;
    private final Conferences conferences;
    private final Audiences audiences;
    private final MergePatch mergePatch;
    private final Event<ConferenceDeleted> deleted;
    private final StoredAnswers answers;

    ConferenceResource(
            Caller caller,
            ConferenceAccess access,
            Conferences conferences,
            Audiences audiences,
            MergePatch mergePatch,
            Event<ConferenceDeleted> deleted,
            StoredAnswers answers) {
        this.caller = caller;
        this.access = access;
        this.conferences = conferences;
        this.audiences = audiences;
        this.mergePatch = mergePatch;
        this.deleted = deleted;
        this.answers = answers;
    }

    @GET
    @Transactional
    public Page<ConferenceView> list(@RestQuery Integer pageSize, @RestQuery String pageToken) {
        var size = Page.size(pageSize);
        return Page.of(
                conferences.of(caller, Page.after(pageToken, ""), size + 1),
                size,
                Conference::slug,
                ConferenceView::of);
    }

    @POST
    @Idempotent
    @Transactional
    public RestResponse<ConferenceView> create(@Valid @NotNull CreateConference request) {
        if (!caller.isOrganiser() && !caller.isAdmin()) {
            throw Refused.forbidden("Only an organiser may create a conference");
        }
        var conference = conferences.create(request, caller);
        conferences.publish(conference);
        return Tagged.created(path(conference), ConferenceView.of(conference), conference.revision());
    }

    @GET
    @Path("{c}")
    @Transactional
    public RestResponse<ConferenceView> get() {
        return answer(Conference.findById(access.conference()));
    }

    @PUT
    @Path("{c}")
    @Transactional
    public RestResponse<Edited<ConferenceView>> replace(
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @Valid @NotNull ReplaceConference request) {
        var conference = Conference.lock(access.conference());
        IfMatch.require(ifMatch, conference.revision(), () -> ConferenceView.of(conference));
        return apply(request, conference, dryRun);
    }

    @PATCH
    @Path("{c}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Transactional(rollbackOn = JsonProcessingException.class)
    public RestResponse<Edited<ConferenceView>> patch(
            @RestHeader("If-Match") IfMatch ifMatch, @RestQuery boolean dryRun, ObjectNode patch)
            throws JsonProcessingException {
        var conference = Conference.lock(access.conference());
        IfMatch.honour(ifMatch, conference.revision(), () -> ConferenceView.of(conference));
        var body = mergePatch.apply(ReplaceConference.of(conference), emptied(patch), ReplaceConference.class);
        return apply(body, conference, dryRun);
    }

    /**
     * To a patch null means nobody, while an absent list stays in a replacement: a viewer who is removed must not stay.
     */
    private static ObjectNode emptied(ObjectNode patch) {
        if (patch != null && patch.path("viewers").isNull()) {
            patch.putArray("viewers");
        }
        return patch;
    }

    @DELETE
    @Path("{c}")
    @Transactional
    public RestResponse<ConferenceView> delete(@RestHeader("If-Match") IfMatch ifMatch) {
        var conference = Conference.lock(access.conference());
        IfMatch.honour(ifMatch, conference.revision(), () -> ConferenceView.of(conference));
        var now = Edit.now();
        conference.delete(now);
        conferences.publish(conference);
        deleted.fire(new ConferenceDeleted(conference.id(), now));
        answers.forgetAllBelow(path(conference));
        ConferenceChange.forget(conference.id());
        return answer(conference);
    }

    /** Who changed it with words of their own, and when; the newest first. */
    @GET
    @Path("{c}/history")
    @Transactional
    public Page<ConferenceChange.Item> history(@RestQuery Integer pageSize, @RestQuery String pageToken) {
        var size = Page.size(pageSize);
        var found = ConferenceChange.of(access.conference(), Page.after(pageToken, Long.MAX_VALUE), size + 1);
        return Page.of(found, size, ConferenceChange::revision, ConferenceChange::item);
    }

    private RestResponse<Edited<ConferenceView>> apply(
            ReplaceConference request, Conference conference, boolean dryRun) {
        var edit = request.by(caller.displayName());
        var edited = audiences.edit(conference.id(), dryRun, () -> {
            if (request.applyTo(conference, edit)) {
                new ConferenceChange(conference, edit).persist();
                conferences.publish(conference);
            }
            return ConferenceView.of(conference);
        });
        return tagged(conference, edited);
    }

    private static String path(Conference conference) {
        return "/catalog/conferences/" + conference.slug();
    }

    static RestResponse<ConferenceView> answer(Conference conference) {
        return tagged(conference, ConferenceView.of(conference));
    }

    private static <T> RestResponse<T> tagged(Conference conference, T entity) {
        return Tagged.ok(entity, conference.revision());
    }
}
