package dev.lectern.notification.replica;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.replica.Eventually;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Opens a conference to its organisers; to all others it does not exist. Waits for news of it, because its events may be on their way. */
@ApplicationScoped
public class ConferenceAccess {

    private final Eventually eventually;
    private final Caller caller;
    private final CurrentConference current;

    ConferenceAccess(Eventually eventually, Caller caller, CurrentConference current) {
        this.eventually = eventually;
        this.caller = caller;
        this.current = current;
    }

    @ServerRequestFilter
    public void open(UriInfo uri) {
        var slug = uri.getPathParameters().getFirst("c");
        if (slug != null) {
            caller.requireGroup();
            current.is(eventually.find(() -> Conference.withSlug(slug)
                    .filter(conference -> caller.mayTouchWhatIsSharedBy(conference.organisers()))));
        }
    }
}
