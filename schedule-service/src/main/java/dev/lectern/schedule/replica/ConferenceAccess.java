package dev.lectern.schedule.replica;

import dev.lectern.chassis.access.Entrance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Finds the conference of every path below {@code /schedule/conferences/{c}}: for its organisers, and for its viewers
 * as long as they only look. An unknown conference and one of other people are the same 404, after the time that news
 * of a membership may take.
 */
@ApplicationScoped
class ConferenceAccess {

    private static final String GUARDED = "/schedule/";

    private final Entrance entrance;
    private final CurrentConference current;

    ConferenceAccess(Entrance entrance, CurrentConference current) {
        this.entrance = entrance;
        this.current = current;
    }

    @ServerRequestFilter
    public void enter(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var slug = uri.getPathParameters().getFirst("c");
        if (slug != null && uri.getPath().startsWith(GUARDED)) {
            current.is(
                    entrance.openEventually(request.getMethod(), () -> Conferences.glimpse(slug), Conference::members));
        }
    }
}
