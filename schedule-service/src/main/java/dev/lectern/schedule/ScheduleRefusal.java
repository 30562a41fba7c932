package dev.lectern.schedule;

import dev.lectern.chassis.problem.Refusal;

/** What the rules of the schedule refuse. */
public enum ScheduleRefusal implements Refusal {
    CONTRIBUTION_WITHDRAWN(409, "contribution-withdrawn", "That contribution is withdrawn, or not accepted"),
    DOES_NOT_FIT(409, "does-not-fit", "The session is too short"),
    IN_USE(409, "in-use", "That room is in use"),
    NOT_IN_CATALOG(409, "not-in-catalog", "The catalog has none of these contributions"),
    NOT_REVERTIBLE(409, "not-revertible", "That change cannot be undone like this"),
    OUTSIDE_DAYS(409, "outside-days", "The conference is not on that day"),
    PINNED(409, "pinned", "That talk is pinned"),
    ROOM_TAKEN(409, "room-taken", "That room is taken at that time"),
    SCHEDULE_MOVED_ON(409, "schedule-moved-on", "The schedule has moved on"),
    SLUG_TAKEN(409, "slug-taken", "That slug is taken"),
    TOO_MANY_DRAFTS(409, "too-many-drafts", "There are too many drafts"),
    WARNINGS_REFUSED(409, "warnings-refused", "There are warnings");

    private final int status;
    private final String type;
    private final String title;

    ScheduleRefusal(int status, String type, String title) {
        this.status = status;
        this.type = type;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String title() {
        return title;
    }
}
