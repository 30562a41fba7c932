package dev.lectern.notification.briefing;

import dev.lectern.chassis.http.Page;
import dev.lectern.notification.replica.CurrentConference;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

/** What the presenters of a conference were told, and what is current. */
@Path("/notification/conferences/{c}/briefings")
@Produces(MediaType.APPLICATION_JSON)
class BriefingResource {

    private final CurrentConference conference;
    private final EvaluationQueue touches;

    BriefingResource(CurrentConference conference, EvaluationQueue touches) {
        this.conference = conference;
        this.touches = touches;
    }

    /** @param answer only those that were answered so; {@code NONE}: that were told, and not answered */
    @GET
    @Transactional
    public Page<BriefingItem> list(@RestQuery String answer, @RestQuery Integer pageSize, @RestQuery String pageToken) {
        var size = Page.size(pageSize);
        var wish = Answered.of(answer);
        var found = Briefing.after(Page.after(pageToken, 0), conference.id(), wish, size + 1);
        return Page.of(found, size, Briefing::seq, BriefingPage.about(conference.id(), found, touches)::item);
    }
}
