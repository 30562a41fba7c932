package dev.lectern.catalog.contribution;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a contribution stands on its way from a proposal to a talk. */
@Schema(name = "ContributionState")
public enum State {
    PROPOSED,
    ACCEPTED,
    /** Its presenters have said that they will come. */
    CONFIRMED,
    REJECTED,
    WITHDRAWN;

    /** Whether it can be on the schedule. What no longer can is taken off. */
    public boolean isPlaceable() {
        return this == ACCEPTED || this == CONFIRMED;
    }

    /** Where it can go from here. */
    Set<State> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(ACCEPTED, REJECTED, WITHDRAWN);
            case ACCEPTED -> EnumSet.of(PROPOSED, CONFIRMED, REJECTED, WITHDRAWN);
            case CONFIRMED -> EnumSet.of(ACCEPTED, WITHDRAWN);
            case REJECTED, WITHDRAWN -> EnumSet.of(PROPOSED, ACCEPTED);
        };
    }
}
