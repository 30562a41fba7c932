package dev.lectern.schedule.replica;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.replica.Eventually;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Finds the conference of every path below {@code /schedule/conferences/{c}}. An unknown conference and one of other people are the same
 * 404, after the time that news of a membership may take.
 */
@ApplicationScoped
class ConferenceAccess {

    private static final String GUARDED = "/schedule/";

    private final Eventually eventually;
    private final Caller caller;
    private final CurrentConference current;

    ConferenceAccess(Eventually eventually, Caller caller, CurrentConference current) {
        this.eventually = eventually;
        this.caller = caller;
        this.current = current;
    }

    @ServerRequestFilter
    public void enter(UriInfo uri) {
        var slug = uri.getPathParameters().getFirst("c");
        if (slug != null && uri.getPath().startsWith(GUARDED)) {
            caller.requireGroup();
            current.is(eventually.find(() -> Conference.named(slug)
                    .filter(conference -> caller.mayTouchWhatIsSharedBy(conference.organisers()))));
        }
    }
}
