package dev.lectern.schedule.change;

import dev.lectern.chassis.access.Caller;
import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.text.Controls;

/** Whom a change is told from: the author's display name, what they said about it or null, and whether it is to be told at all. */
public record Signature(String author, String comment, boolean announce) {

    /** Events of quiet changes do not say who made them. */
    private static final String UNNAMED = "An organiser";

    public Signature {
        author = author == null || author.isBlank() ? UNNAMED : author;
        comment = comment == null || comment.isBlank() ? null : Controls.oneLine(comment);
    }

    /** That of a request. Its changes are told unless {@code announce} is false. */
    public static Signature of(Caller caller, String comment, Boolean announce) {
        return new Signature(caller.displayName(), comment, announce == null || announce);
    }

    /** That of a change elsewhere, whose announcement counts only where it is news. */
    public static Signature of(Announcement announced, boolean isNews) {
        return isNews
                ? new Signature(announced.author(), announced.comment(), true)
                : new Signature(UNNAMED, null, false);
    }

    Announcement at(long version) {
        return new Announcement(version, author, comment);
    }
}
