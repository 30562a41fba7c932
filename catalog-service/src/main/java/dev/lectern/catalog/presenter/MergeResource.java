package dev.lectern.catalog.presenter;

import dev.lectern.catalog.audience.Audiences;
import dev.lectern.catalog.audience.Edited;
import dev.lectern.catalog.conference.Conference;
import dev.lectern.catalog.conference.ConferenceAccess;
import dev.lectern.catalog.conference.Edit;
import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Refused;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Makes two presenters who are one person one. */
@Path("/catalog/conferences/{c}/presenters/{id}/merge")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class MergeResource {

    private final Caller caller;
    private final ConferenceAccess access;
    private final Presenters presenters;
    private final Audiences audiences;

    MergeResource(Caller caller, ConferenceAccess access, Presenters presenters, Audiences audiences) {
        this.caller = caller;
        this.access = access;
        this.presenters = presenters;
        this.audiences = audiences;
    }

    /**
     * Answers with the one who stays. Whoever is merged already makes no difference.
     *
     * @throws Refused 400 when the other one is the same, or is not of the conference
     */
    @POST
    @Idempotent
    @Transactional
    public RestResponse<Edited<PresenterView>> merge(
            @RestPath UUID id,
            @RestHeader("If-Match") IfMatch ifMatch,
            @RestQuery boolean dryRun,
            @Valid @NotNull MergeRequest request) {
        Conference.lock(access.conference());
        var stays = presenters.find(access.conference(), id);
        IfMatch.honour(ifMatch, stays.revision(), () -> presenters.view(stays));
        var other = request.presenter().resolve(this::directory, "/presenter");
        var edit = Edit.by(caller.displayName(), request.comment(), request.internalComment(), request.announce());
        var merged = audiences.edit(access.conference(), dryRun, () -> {
            if (!stays.mergedIds().contains(other)) {
                presenters.merge(stays, other, edit);
            }
            return presenters.view(stays);
        });
        return Presenters.answer(stays, merged);
    }

    private PresenterDirectory directory() {
        return new PresenterDirectory(Presenter.ofConference(access.conference()));
    }
}
