package dev.lectern.catalog.presenter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.catalog.audience.Audiences;
import dev.lectern.catalog.audience.Edited;
import dev.lectern.catalog.conference.Conference;
import dev.lectern.catalog.conference.ConferenceAccess;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.http.MergePatch;
import dev.lectern.chassis.http.Page;
import dev.lectern.chassis.http.Tagged;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.idempotency.StoredAnswers;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
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
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The presenters of a conference. */
@Path("/catalog/conferences/{c}/presenters")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PresenterResource {

    private final Caller caller;
    private final ConferenceAccess access;
    private final Presenters presenters;
    private final Audiences audiences;
    private final MergePatch mergePatch;
    private final StoredAnswers answers;

    PresenterResource(
            Caller caller,
            ConferenceAccess access,
            Presenters presenters,
            Audiences audiences,
            MergePatch mergePatch,
            StoredAnswers answers) {
        this.caller = caller;
        this.answers = answers;
        this.access = access;
        this.presenters = presenters;
        this.audiences = audiences;
        this.mergePatch = mergePatch;
    }

    @GET
    @Transactional
    public Page<PresenterView> list(
            @RestQuery String q, @RestQuery String email, @RestQuery Integer pageSize, @RestQuery String pageToken) {
        if (email != null && !"missing".equals(email)) {
            throw Refused.invalid(Fault.inParameter("email", "Only missing is understood"));
        }
        var size = Page.size(pageSize);
        var found =
                presenters.page(access.conference(), q, email != null, Page.after(pageToken, (UUID) null), size + 1);
        return Page.of(found, size, Presenter::id, presenters::view);
    }

    @POST
    @Idempotent
    @Transactional
    public RestResponse<Edited<PresenterView>> create(
            @RestQuery boolean dryRun, @Valid @NotNull PresenterBody request) {
        var conference = Conference.lock(access.conference());
        var presenter = request.create(conference.id());
        var created = audiences.edit(conference.id(), List.of(), dryRun, () -> {
            presenter.persist();
            presenters.publish(presenter);
            return presenters.view(presenter);
        });
        var location = "/catalog/conferences/" + conference.slug() + "/presenters/" + presenter.id();
        return Tagged.created(location, created, presenter.revision());
    }

    @GET
    @Path("{id}")
    @Transactional
    public RestResponse<PresenterView> get(@RestPath UUID id) {
        var presenter = presenters.find(access.conference(), id);
        return Presenters.answer(presenter, presenters.view(presenter));
    }

    @PUT
    @Path("{id}")
    @Transactional
    public RestResponse<Edited<PresenterView>> replace(
            @RestPath UUID id,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @Valid @NotNull PresenterBody request) {
        var presenter = lock(id);
        IfMatch.require(ifMatch, presenter.revision(), () -> presenters.view(presenter));
        return apply(request, presenter, dryRun);
    }

    @PATCH
    @Path("{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Transactional(rollbackOn = JsonProcessingException.class)
    public RestResponse<Edited<PresenterView>> patch(
            @RestPath UUID id, @RestHeader("If-Match") IfMatch ifMatch, @RestQuery boolean dryRun, ObjectNode patch)
            throws JsonProcessingException {
        var presenter = lock(id);
        IfMatch.honour(ifMatch, presenter.revision(), () -> presenters.view(presenter));
        return apply(mergePatch.apply(PresenterBody.of(presenter), patch, PresenterBody.class), presenter, dryRun);
    }

    /** For good, and everywhere: the answer says nothing of them any more. */
    @DELETE
    @Path("{id}")
    @Transactional
    public RestResponse<Edited<PresenterView>> erase(
            @RestPath UUID id,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @RestQuery String comment,
            @RestQuery String internalComment,
            @RestQuery Boolean announce) {
        var conference = Conference.lock(access.conference());
        var presenter = presenters.find(conference.id(), id);
        IfMatch.honour(ifMatch, presenter.revision(), () -> presenters.view(presenter));
        var edit = Edit.by(caller.displayName(), comment, internalComment, announce);
        var last = PresenterView.blank(id, presenter.revision() + 1);
        var erased = audiences.edit(conference.id(), dryRun, () -> {
            presenters.erase(presenter, edit);
            answers.forgetAllQuoting("/catalog/conferences/" + conference.slug(), presenter.traits());
            return last;
        });
        return Tagged.ok(erased, last.revision());
    }

    private Presenter lock(UUID id) {
        Conference.lock(access.conference());
        return presenters.find(access.conference(), id);
    }

    private RestResponse<Edited<PresenterView>> apply(PresenterBody request, Presenter presenter, boolean dryRun) {
        var before = presenter.name();
        var edited = audiences.edit(presenter.conferenceId(), dryRun, () -> {
            if (request.applyTo(presenter)) {
                presenters.publish(presenter, before);
            }
            return presenters.view(presenter);
        });
        return Presenters.answer(presenter, edited);
    }
}
