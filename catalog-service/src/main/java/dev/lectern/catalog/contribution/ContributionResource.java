package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.catalog.CatalogRefusal;
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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The contributions of a conference. */
@Path("/catalog/conferences/{c}/contributions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ContributionResource {

    private final Caller caller;
    private final ConferenceAccess access;
    private final Contributions contributions;
    private final Audiences audiences;
    private final SearchIndex search;
    private final MergePatch mergePatch;
    private final Patching patching;

    ContributionResource(
            Caller caller,
            ConferenceAccess access,
            Contributions contributions,
            Audiences audiences,
            SearchIndex search,
            MergePatch mergePatch,
            Patching patching) {
        this.caller = caller;
        this.access = access;
        this.contributions = contributions;
        this.audiences = audiences;
        this.search = search;
        this.mergePatch = mergePatch;
        this.patching = patching;
    }

    /** By number; those that are searched for by words ({@code q}) the best first. */
    @GET
    @Transactional
    public Page<ContributionView> list(
            @RestQuery String q,
            @RestQuery String state,
            @RestQuery UUID presenter,
            @RestQuery Integer pageSize,
            @RestQuery String pageToken) {
        requireKnown(state);
        var size = Page.size(pageSize);
        var after = Page.after(pageToken, 0);
        if (q == null) {
            var found = contributions.page(access.conference(), state, presenter, after, size + 1);
            return Page.of(found, size, Contribution::number, ContributionView::of);
        }
        var found = search.find(access.conference(), q, state, presenter, after, size + 1);
        return Page.of(found, size, last -> after + size, ContributionView::of);
    }

    @POST
    @Idempotent
    @Transactional
    public RestResponse<Edited<ContributionView>> create(
            @RestQuery boolean dryRun, @Valid @NotNull ContributionBody request) {
        var conference = Conference.lock(access.conference());
        var number = request.number() == null ? Contribution.nextNumber(conference.id()) : request.number();
        if (Contribution.isTaken(conference.id(), number)) {
            throw CatalogRefusal.NUMBER_TAKEN.because("There is a contribution " + number + ", or was one");
        }
        var edit = Edit.by(caller.displayName(), request.comment(), request.internalComment(), false);
        var contribution = new Contribution(conference.id(), number, request.created(conference.id()), edit.at());
        var created = audiences.edit(conference.id(), List.of(), dryRun, () -> {
            contribution.persist();
            contributions.publish(List.of(contribution), edit);
            return ContributionView.of(contribution);
        });
        var path = "/catalog/conferences/" + conference.slug() + "/contributions/" + number;
        return Tagged.created(path, created, contribution.revision());
    }

    @GET
    @Path("{number}")
    @Transactional
    public RestResponse<ContributionView> get(@RestPath int number) {
        var contribution = contributions.find(access.conference(), number);
        return answer(contribution, ContributionView.of(contribution));
    }

    @PUT
    @Path("{number}")
    @Transactional
    public RestResponse<Edited<ContributionView>> replace(
            @RestPath int number,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @Valid @NotNull ContributionBody request) {
        var contribution = lock(number);
        IfMatch.require(ifMatch, contribution.revision(), () -> ContributionView.of(contribution));
        return apply(request, contribution, dryRun);
    }

    @PATCH
    @Path("{number}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Transactional(rollbackOn = JsonProcessingException.class)
    public RestResponse<Edited<ContributionView>> patch(
            @RestPath int number, @RestHeader("If-Match") IfMatch ifMatch, @RestQuery boolean dryRun, ObjectNode patch)
            throws JsonProcessingException {
        var contribution = lock(number);
        IfMatch.honour(ifMatch, contribution.revision(), () -> ContributionView.of(contribution));
        var body = mergePatch.apply(ContributionBody.of(contribution), patch, ContributionBody.class);
        return apply(body, contribution, dryRun);
    }

    /** Many at once: all of them, or none. */
    @PATCH
    @Transactional
    public Edited<Page<ContributionView>> patchMany(@RestQuery boolean dryRun, @Valid @NotNull ManyPatches request) {
        var conference = Conference.lock(access.conference());
        var edit = Edit.by(caller.displayName(), request.comment(), request.internalComment(), request.announce());
        return audiences.edit(conference.id(), dryRun, () -> {
            var patched = patching.apply(conference.id(), request, edit);
            return new Page<>(patched.stream().map(ContributionView::of).toList(), null);
        });
    }

    @DELETE
    @Path("{number}")
    @Transactional
    public RestResponse<Edited<ContributionView>> delete(
            @RestPath int number,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @RestQuery String comment,
            @RestQuery String internalComment) {
        var contribution = lock(number);
        IfMatch.honour(ifMatch, contribution.revision(), () -> ContributionView.of(contribution));
        var edit = Edit.by(caller.displayName(), comment, internalComment, true);
        return edit(contribution, dryRun, edit, () -> {
            contribution.delete(edit);
            return true;
        });
    }

    @PUT
    @Path("{number}/withdrawal")
    @Transactional
    public RestResponse<Edited<ContributionView>> withdraw(
            @RestPath int number,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @Valid Withdrawal request) {
        var contribution = lock(number);
        IfMatch.honour(ifMatch, contribution.revision(), () -> ContributionView.of(contribution));
        var edit = (request == null ? new Withdrawal(null, null, null) : request).by(caller.displayName());
        return edit(contribution, dryRun, edit, () -> contribution.move(State.WITHDRAWN, edit));
    }

    @DELETE
    @Path("{number}/withdrawal")
    @Transactional
    public RestResponse<Edited<ContributionView>> reinstate(
            @RestPath int number,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @RestQuery String comment,
            @RestQuery String internalComment,
            @RestQuery Boolean announce) {
        var contribution = lock(number);
        IfMatch.honour(ifMatch, contribution.revision(), () -> ContributionView.of(contribution));
        var edit = Edit.by(caller.displayName(), comment, internalComment, announce);
        return edit(contribution, dryRun, edit, () -> contribution.reinstate(edit));
    }

    @PUT
    @Path("{number}/state")
    @Transactional
    public RestResponse<Edited<ContributionView>> move(
            @RestPath int number,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @Valid @NotNull Transition request) {
        var contribution = lock(number);
        IfMatch.honour(ifMatch, contribution.revision(), () -> ContributionView.of(contribution));
        var edit = request.by(caller.displayName());
        return edit(contribution, dryRun, edit, () -> contribution.move(request.state(), edit));
    }

    /** Who changed what, and when; the newest first. */
    @GET
    @Path("{number}/history")
    @Transactional
    public Page<History.Item> history(@RestPath int number, @RestQuery Integer pageSize, @RestQuery String pageToken) {
        var contribution = contributions.find(access.conference(), number);
        return History.page(contribution.id(), Page.after(pageToken, Long.MAX_VALUE), Page.size(pageSize));
    }

    private Contribution lock(int number) {
        Conference.lock(access.conference());
        return contributions.find(access.conference(), number);
    }

    private RestResponse<Edited<ContributionView>> apply(
            ContributionBody request, Contribution contribution, boolean dryRun) {
        var edit = Edit.by(caller.displayName(), request.comment(), request.internalComment(), request.announce());
        var content = request.content(access.conference());
        return edit(contribution, dryRun, edit, () -> contribution.replace(content, request.needs(), edit));
    }

    /** @param change returns whether anything is different now */
    private RestResponse<Edited<ContributionView>> edit(
            Contribution contribution, boolean dryRun, Edit edit, BooleanSupplier change) {
        var edited = audiences.edit(contribution.conferenceId(), List.of(contribution.id()), dryRun, () -> {
            if (change.getAsBoolean()) {
                contributions.publish(List.of(contribution), edit);
            }
            return ContributionView.of(contribution);
        });
        return answer(contribution, edited);
    }

    private static <T> RestResponse<T> answer(Contribution contribution, T entity) {
        return Tagged.ok(entity, contribution.revision());
    }

    private static void requireKnown(String state) {
        var states = Arrays.stream(State.values()).map(State::name).toList();
        if (state != null && !states.contains(state)) {
            throw Refused.invalid(Fault.inParameter("state", "One of " + String.join(", ", states)));
        }
    }
}
