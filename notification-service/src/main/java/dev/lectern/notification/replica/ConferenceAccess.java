package dev.lectern.notification.replica;

import dev.lectern.chassis.access.Entrance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Opens a conference to its organisers, and to its viewers as long as they only look; to all others it does not exist.
 * Waits for news of it, because its events may be on their way.
 */
@ApplicationScoped
public class ConferenceAccess {

    private final Entrance entrance;
    private final CurrentConference current;

    ConferenceAccess(Entrance entrance, CurrentConference current) {
        this.entrance = entrance;
        this.current = current;
    }

    @ServerRequestFilter
    public void open(ContainerRequestContext request) {
        var slug = request.getUriInfo().getPathParameters().getFirst("c");
        if (slug != null) {
            current.is(
                    entrance.openEventually(request.getMethod(), () -> Conference.glimpse(slug), Conference::members));
        }
    }
}
