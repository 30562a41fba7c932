package dev.lectern.catalog.conference;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.problem.Refused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets only those in who run the conference that the path names; to all others it does not exist. */
@RequestScoped
public class ConferenceAccess {

    private final Caller caller;
    private UUID conference;

    ConferenceAccess(Caller caller) {
        this.caller = caller;
    }

    /** The conference that the path names, which the caller may touch. */
    public UUID conference() {
        return conference;
    }

    @Transactional
    @ServerRequestFilter
    public void check(UriInfo uri) {
        var slug = uri.getPathParameters().getFirst("c");
        if (slug != null) {
            conference = Conference.withSlug(slug)
                    .filter(found -> caller.mayTouchWhatIsSharedBy(found.organisers()))
                    .map(Conference::id)
                    .orElseThrow(Refused::notFound);
        }
    }
}
