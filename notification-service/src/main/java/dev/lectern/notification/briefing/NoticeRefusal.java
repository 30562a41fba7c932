package dev.lectern.notification.briefing;

import dev.lectern.chassis.problem.Refusal;

/** What the rules about notices refuse. */
enum NoticeRefusal implements Refusal {
    NOT_POSSIBLE_NOW(409, "not-possible-now", "That is not possible from where the notice is");

    private final int status;
    private final String type;
    private final String title;

    NoticeRefusal(int status, String type, String title) {
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
