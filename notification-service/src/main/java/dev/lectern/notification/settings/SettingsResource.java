package dev.lectern.notification.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.chassis.http.IfMatch;
import dev.lectern.chassis.http.MergePatch;
import dev.lectern.chassis.http.Tagged;
import dev.lectern.notification.replica.CurrentConference;
import dev.lectern.notification.replica.Touched;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** How the notices of a conference are sent. A change holds at once, for what waits too. */
@Path("/notification/conferences/{c}/settings")
@Produces(MediaType.APPLICATION_JSON)
class SettingsResource {

    private final CurrentConference conference;
    private final ConferenceSettings settings;
    private final MergePatch mergePatch;
    private final Event<Touched> touched;
    private final Event<SettingsChanged> changed;
    private final SettingsNews news;

    SettingsResource(
            CurrentConference conference,
            ConferenceSettings settings,
            MergePatch mergePatch,
            Event<Touched> touched,
            Event<SettingsChanged> changed,
            SettingsNews news) {
        this.conference = conference;
        this.settings = settings;
        this.mergePatch = mergePatch;
        this.touched = touched;
        this.changed = changed;
        this.news = news;
    }

    @GET
    @Transactional
    public RestResponse<SettingsView> get() {
        return answer(settings.of(conference.id()));
    }

    @PUT
    @Transactional
    public RestResponse<SettingsView> replace(
            @RestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch, @NotNull @Valid SettingsRequest request) {
        var stored = settings.lock(conference.id());
        IfMatch.require(ifMatch, stored.revision(), () -> SettingsView.of(stored));
        return change(stored, request);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @Transactional
    public RestResponse<SettingsView> patch(@RestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch, ObjectNode patch)
            throws JsonProcessingException {
        var stored = settings.lock(conference.id());
        IfMatch.honour(ifMatch, stored.revision(), () -> SettingsView.of(stored));
        return change(stored, mergePatch.apply(stored.request(), patch, SettingsRequest.class));
    }

    private RestResponse<SettingsView> change(Settings stored, SettingsRequest request) {
        if (stored.replaceWith(settings.complete(request))) {
            news.tell(stored);
            changed.fire(new SettingsChanged(conference.id()));
        }
        touched.fire(new Touched());
        return answer(stored);
    }

    private static RestResponse<SettingsView> answer(Settings settings) {
        return Tagged.ok(SettingsView.of(settings), settings.revision());
    }
}
