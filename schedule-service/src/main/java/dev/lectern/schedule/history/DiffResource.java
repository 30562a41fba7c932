package dev.lectern.schedule.history;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.change.Span;
import dev.lectern.schedule.replica.CurrentConference;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/schedule/conferences/{c}/diff")
class DiffResource {

    private final CurrentConference conference;

    DiffResource(CurrentConference conference) {
        this.conference = conference;
    }

    /** Between any two versions, also backwards; without {@code to} up to the newest. */
    @GET
    @Transactional
    public Difference compare(@RestQuery Long from, @RestQuery Long to) {
        var newest = Schedule.of(conference.id()).version();
        if (from == null) {
            throw Refused.invalid(Fault.inParameter("from", "From which version?"));
        }
        var until = to == null ? newest : to;
        require("from", from, newest);
        require("to", until, newest);
        var span = Span.between(conference.id(), from, until);
        return new Difference(from, until, span.talks(), span.breaks(), span.sessions());
    }

    private static void require(String parameter, long version, long newest) {
        if (version < 0 || version > newest) {
            throw Refused.invalid(Fault.inParameter(parameter, "A version from 0 to " + newest));
        }
    }
}
