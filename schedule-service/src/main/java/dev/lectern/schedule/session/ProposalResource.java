package dev.lectern.schedule.session;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.idempotency.Idempotent;
import dev.lectern.chassis.problem.Faults;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.problem.Suggestion;
import dev.lectern.schedule.change.ChangeAnswer;
import dev.lectern.schedule.change.Changing;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.SetSession;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.CurrentConference;
import dev.lectern.schedule.session.Proposals.Proposal;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.Talk;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/schedule/conferences/{c}/proposals")
class ProposalResource {

    private final CurrentConference conference;
    private final Caller caller;
    private final Changing changing;

    ProposalResource(CurrentConference conference, Caller caller, Changing changing) {
        this.conference = conference;
        this.caller = caller;
        this.changing = changing;
    }

    /** What the catalog's session classifications propose and the schedule does not have. */
    @GET
    @Transactional
    public Proposals get() {
        return Proposals.of(conference.id());
    }

    /** Seats all that a proposal has, in a new session or in the one of that title, as one change. */
    @POST
    @Idempotent
    @Transactional
    public RestResponse<ChangeAnswer> accept(@RestQuery boolean dryRun, @NotNull @Valid AcceptProposal request) {
        StoredTimetable.locked(conference.id());
        var proposal = named(request.title());
        var operation = proposal.session() == null ? newSession(proposal, request) : longerSession(proposal, request);
        var by = Signature.of(caller.displayName(), request.comment(), request.internalComment(), request.announce());
        return changing.apply(by, Command.of(operation), dryRun);
    }

    private Proposal named(String title) {
        var proposals = Proposals.of(conference.id());
        return proposals
                .entitled(title)
                .orElseThrow(() -> Refused.notFoundYet(Suggestion.instead(
                        "proposal",
                        title,
                        proposals.sessions().stream().map(Proposal::title).toList())));
    }

    private static SetSession newSession(Proposal proposal, AcceptProposal request) {
        var faults = new Faults();
        var why = "There is no such session yet, so the member \"%s\" is needed";
        faults.requireAt("/room", request.room() != null, why.formatted("room"));
        faults.requireAt("/startsAt", request.startsAt() != null, why.formatted("startsAt"));
        faults.requireAt("/durationMinutes", request.durationMinutes() != null, why.formatted("durationMinutes"));
        faults.refuseIfAny();
        return new SetSession(
                null,
                proposal.title().strip(),
                request.room(),
                request.startsAt(),
                request.durationMinutes(),
                List.of(),
                numbers(proposal));
    }

    private SetSession longerSession(Proposal proposal, AcceptProposal request) {
        var timetable = StoredTimetable.of(conference.id());
        var session = timetable.session(proposal.session().id()).orElseThrow();
        var now = session.state(Conferences.get(conference.id()).timeZone());
        var talks = Stream.concat(
                        timetable.slotsIn(List.of(session.id())).stream()
                                .sorted(Slot.IN_SESSION)
                                .map(Slot::number),
                        numbers(proposal).stream())
                .toList();
        return new SetSession(
                session.id(),
                session.title(),
                request.room() == null ? now.place().room().slug() : request.room(),
                request.startsAt() == null ? now.place().startsAt().toString() : request.startsAt(),
                request.durationMinutes() == null ? now.durationMinutes() : request.durationMinutes(),
                null,
                talks);
    }

    private static List<Integer> numbers(Proposal proposal) {
        return proposal.contributions().stream().map(Talk::number).toList();
    }
}
