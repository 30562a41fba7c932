package dev.lectern.notification.replica;

import dev.lectern.chassis.events.Announcement;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The last change that people are to be told of, 0 and nulls where there was none. {@code at} is when it was made. */
@Embeddable
public record Announced(
        @Column(name = "announced_revision") long revision,
        @Column(name = "announced_author") String author,
        @Column(name = "announced_comment") String comment,
        @Column(name = "announced_at") Instant at) {

    /**
     * @param before what was announced as of the state before, null where there was none: what was announced then has
     * its time
     */
    static Announced of(Announcement told, Instant changedAt, Announced before) {
        var revision = Announcement.revisionOf(told);
        var isOlder = before != null && revision <= before.revision;
        var at = told == null ? null : changedAt;
        return new Announced(
                revision,
                told == null ? null : told.author(),
                told == null ? null : told.comment(),
                isOlder ? before.at : at);
    }
}
