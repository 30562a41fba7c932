package dev.lectern.notification.page;

import dev.lectern.notification.link.PresenterLinks;
import dev.lectern.notification.replica.CurrentConference;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** The link to a presenter's page. */
@Path("/notification/conferences/{c}/presenters/{id}/link")
@Produces(MediaType.APPLICATION_JSON)
class PresenterLinkResource {

    /** @param revoked whether there was one */
    record RevokedLink(boolean revoked) {}

    private final CurrentConference conference;
    private final PresenterLinks links;

    PresenterLinkResource(CurrentConference conference, PresenterLinks links) {
        this.conference = conference;
        this.links = links;
    }

    /** It leads nowhere any more; the next mail to the presenter has another one. */
    @DELETE
    @Transactional
    public RevokedLink revoke(@RestPath UUID id) {
        return new RevokedLink(links.revoke(conference.id(), id));
    }
}
