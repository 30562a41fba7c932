package dev.lectern.schedule.edit;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.text.Controls;

/**
 * Whom a change is told from: the author's display name, what they said about it or null, and whether it is to be told
 * at all.
 *
 * @param internalComment what they said to those who organise with them, or null: it stays in the history, and is in no
 * event and no mail
 * @param hold whether the mails about it wait for somebody to look at them first
 */
public record Signature(String author, String comment, String internalComment, boolean announce, boolean hold) {

    /** Events of quiet changes do not say who made them. */
    private static final String UNNAMED = "An organiser";

    public Signature {
        author = author == null || author.isBlank() ? UNNAMED : author;
        comment = tidied(comment);
        internalComment = tidied(internalComment);
    }

    private static String tidied(String comment) {
        return comment == null || comment.isBlank() ? null : Controls.oneLine(comment);
    }

    /** The signature of a request. Its changes are told unless {@code announce} is false. */
    public static Signature of(String author, String comment, Boolean announce) {
        return of(author, comment, null, announce);
    }

    /** The signature of a request with a comment that only those who organise may read. */
    public static Signature of(String author, String comment, String internalComment, Boolean announce) {
        return new Signature(author, comment, internalComment, announce == null || announce, false);
    }

    /** The signature of a change elsewhere, whose announcement counts only where it is news. */
    public static Signature of(Announcement announced, boolean isNews) {
        return isNews
                ? new Signature(announced.author(), announced.comment(), null, true, false)
                : new Signature(UNNAMED, null, null, false, false);
    }

    /** The same of a request that says so, or of one that does not. */
    public Signature holding(Boolean hold) {
        return new Signature(author, comment, internalComment, announce, Boolean.TRUE.equals(hold));
    }

    Announcement at(long version) {
        return new Announcement(version, author, comment);
    }
}
