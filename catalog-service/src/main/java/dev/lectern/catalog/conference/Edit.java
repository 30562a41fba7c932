package dev.lectern.catalog.conference;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.text.Controls;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who changes something, what they say about it, and whether people are to be told now.
 *
 * @param internalComment what they say about it to those who organise with them: it stays in the history, and is in no
 * event and no mail
 */
public record Edit(String author, String comment, String internalComment, boolean announce, Instant at) {

    /** @param comment null for none; it may come from a query, and so be as it was typed */
    public static Edit by(String author, String comment, Boolean announce) {
        return by(author, comment, null, announce);
    }

    public static Edit by(String author, String comment, String internalComment, Boolean announce) {
        return new Edit(author, tidied(comment), tidied(internalComment), !Boolean.FALSE.equals(announce), now());
    }

    private static String tidied(String comment) {
        return comment == null ? null : Controls.oneLine(comment);
    }

    /** This edit without anybody being told of it. */
    public Edit quiet() {
        return new Edit(author, comment, internalComment, false, at);
    }

    /** In milliseconds: what is finer would not survive the databases, and each copy of a state would be another. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The announcement that goes with the revision which this edit makes: a quiet edit leaves the last one standing.
     */
    public Announcement announcement(Announcement last, long revision) {
        return announce ? new Announcement(revision, author, comment) : last;
    }
}
