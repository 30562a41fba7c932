package dev.lectern.catalog.conference;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.text.Controls;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who changes something, what they say about it, and whether people are to be told now. */
public record Edit(String author, String comment, boolean announce, Instant at) {

    /** @param comment null for none; it may come from a query, and so be as it was typed */
    public static Edit by(String author, String comment, Boolean announce) {
        var tidied = comment == null ? null : Controls.oneLine(comment);
        return new Edit(author, tidied, !Boolean.FALSE.equals(announce), now());
    }

    /** In milliseconds: what is finer would not survive the databases, and each copy of a state would be another. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The announcement that goes with the revision which this edit makes: a quiet edit leaves the last one standing. */
    public Announcement announcement(Announcement last, long revision) {
        return announce ? new Announcement(revision, author, comment) : last;
    }
}
