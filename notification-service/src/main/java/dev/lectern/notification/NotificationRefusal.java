package dev.lectern.notification;

import dev.lectern.chassis.problem.Refusal;

/** What the rules of notices refuse. */
public enum NotificationRefusal implements Refusal {
    UNUSABLE_REPORT(422, "unusable-report", "The report says nothing of a mail of ours"),
    INVALID_TEMPLATE(422, "invalid-template", "The template cannot be used"),
    NOT_POSSIBLE_NOW(409, "not-possible-now", "That is not possible from where the notice is");

    private final int status;
    private final String type;
    private final String title;

    NotificationRefusal(int status, String type, String title) {
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
