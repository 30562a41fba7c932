package dev.lectern.schedule.session;

import dev.lectern.schedule.replica.CurrentConference;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/schedule/conferences/{c}/proposals")
class ProposalResource {

    private final CurrentConference conference;

    ProposalResource(CurrentConference conference) {
        this.conference = conference;
    }

    /** What the catalog's session classifications propose and the schedule does not have. */
    @GET
    @Transactional
    public Proposals get() {
        return Proposals.of(conference.id());
    }
}
