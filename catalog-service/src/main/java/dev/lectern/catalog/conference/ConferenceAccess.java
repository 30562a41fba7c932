package dev.lectern.catalog.conference;

import dev.lectern.chassis.access.Entrance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets only those in who run the conference that the path names, and its viewers as long as they only look; to all
 * others it does not exist.
 */
@RequestScoped
public class ConferenceAccess {

    private final Entrance entrance;
    private UUID conference;

    ConferenceAccess(Entrance entrance) {
        this.entrance = entrance;
    }

    /** The conference that the path names, which the caller may use as the request does. */
    public UUID conference() {
        return conference;
    }

    @Transactional
    @ServerRequestFilter
    public void check(ContainerRequestContext request) {
        var slug = request.getUriInfo().getPathParameters().getFirst("c");
        if (slug != null) {
            conference = entrance.open(request.getMethod(), () -> Conference.withSlug(slug), Conference::members)
                    .id();
        }
    }
}
