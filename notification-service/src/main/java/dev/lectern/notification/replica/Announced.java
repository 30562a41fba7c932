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

    private static final String NOBODY = "";

    /**
     * What was announced before keeps its time. Where the service was restored to a moment before anything was
     * announced, going back to that is what people are to be told of.
     *
     * @param before what is stored, null where nothing is
     */
    static Announced of(Announcement told, long revision, long revisionsFrom, Instant changedAt, Told before) {
        if (before == null) {
            return of(told, changedAt);
        }
        if (before.isRecountedBy(revision, revisionsFrom, changedAt)) {
            return of(told, before.announced().at);
        }
        if (told == null && before.announced().revision > 0 && revisionsFrom > before.revisionsFrom()) {
            return of(byNobody(revision), changedAt);
        }
        var isOlder = Announcement.revisionOf(told) <= before.announced().revision;
        return of(told, isOlder ? before.announced().at : changedAt);
    }

    /** That a service was restored is to be told, and is nobody's change. */
    static Announcement byNobody(long revision) {
        return new Announcement(revision, NOBODY, null);
    }

    private static Announced of(Announcement told, Instant at) {
        return told == null
                ? new Announced(0, null, null, null)
                : new Announced(told.revision(), told.author(), told.comment(), at);
    }
}
