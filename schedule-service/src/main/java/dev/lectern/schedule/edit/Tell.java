package dev.lectern.schedule.edit;

import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.timetable.SessionName;
import dev.lectern.schedule.timetable.Talk;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is told of what by a change: of a talk that they present, or of a session that they chair; the other one is null.
 */
public record Tell(PresenterName presenter, Talk contribution, SessionName session, Kind kind) {

    @Schema(name = "TellKind")
    public enum Kind {
        SCHEDULED,
        CHANGED,
        CANCELLED,
        REMOVED
    }
}
