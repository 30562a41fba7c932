package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.store.StoredHistory;
import dev.lectern.schedule.store.StoredTimetable;
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
        var newest = StoredTimetable.of(conference.id()).schedule().version();
        if (from == null) {
            throw Refused.invalid(Fault.inParameter("from", "From which version?"));
        }
        var until = to == null ? newest : to;
        require("from", from, newest);
        require("to", until, newest);
        var diff = StoredHistory.of(conference.id()).diff(from, until);
        return new Difference(
                from,
                until,
                diff.talks(StoredTimetable.of(conference.id())::contributions),
                diff.breaks(),
                diff.sessions());
    }

    private static void require(String parameter, long version, long newest) {
        if (version < 0 || version > newest) {
            throw Refused.invalid(Fault.inParameter(parameter, "A version from 0 to " + newest));
        }
    }
}
