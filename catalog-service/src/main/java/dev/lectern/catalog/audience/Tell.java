package dev.lectern.catalog.audience;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is told of what by an edit: of a talk that they present, or of a session that they chair; the other one is null.
 */
public record Tell(PresenterName presenter, ContributionName contribution, SessionName session, Kind kind) {

    @Schema(name = "TellKind")
    public enum Kind {
        SCHEDULED,
        CHANGED,
        CANCELLED,
        REMOVED
    }

    /** A presenter as answers name them. */
    public record PresenterName(UUID id, String name) {}

    /** A contribution as answers name it. */
    public record ContributionName(int number, String title) {}

    /** A session as answers name it. */
    public record SessionName(UUID id, String title) {}
}
