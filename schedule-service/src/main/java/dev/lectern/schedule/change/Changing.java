package dev.lectern.schedule.change;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.ScheduleRefusal;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.CurrentConference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Makes one change of the current conference's schedule, and the answer to whoever asked for it. */
@ApplicationScoped
public class Changing {

    private final CurrentConference conference;
    private final Editing editing;

    Changing(CurrentConference conference, Editing editing) {
        this.conference = conference;
        this.editing = editing;
    }

    /** 201 when there is a new version, else 200. */
    public RestResponse<ChangeAnswer> apply(Signature by, Command command, boolean dryRun) {
        var applied = editing.apply(conference.id(), by, command, dryRun);
        var answer = ChangeAnswer.of(applied, dryRun);
        return applied.altered() && !dryRun
                ? ResponseBuilder.<ChangeAnswer>create(Status.CREATED)
                        .header(HttpHeaders.LOCATION, location(applied.version()))
                        .tag(Long.toString(applied.version()))
                        .entity(answer)
                        .build()
                : RestResponse.ok(answer);
    }

    private String location(long version) {
        return "/schedule/conferences/" + conference.slug() + "/changes/" + version;
    }

    /** @throws Refused 409 with the warnings, if there are any */
    static void requireNoWarnings(ChangeAnswer answer) {
        if (!answer.warnings().isEmpty()) {
            throw new Refused(ScheduleRefusal.WARNINGS_REFUSED, "Without strict they would not refuse it")
                    .with("warnings", answer.warnings());
        }
    }
}
