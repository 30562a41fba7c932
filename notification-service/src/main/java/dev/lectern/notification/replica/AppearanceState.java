package dev.lectern.notification.replica;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.replica.Identities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What presenters appear in, as an event tells of it.
 *
 * @param number of a talk; null of a session
 * @param presenters who presents or chairs it
 */
record AppearanceState(
        Appearance.Kind kind,
        UUID id,
        long revision,
        long revisionsFrom,
        boolean deleted,
        UUID conferenceId,
        Integer number,
        Description description,
        boolean withdrawn,
        List<Listed> presenters,
        Instant changedAt,
        Announcement announced) {

    /** This state without erased presenters, whom an event from before may still list. A session names nobody. */
    AppearanceState without(Identities erased) {
        var left = kind == Appearance.Kind.SESSION
                ? presenters
                : presenters.stream()
                        .filter(listed -> !erased.isErased(listed.id()))
                        .toList();
        return new AppearanceState(
                kind,
                id,
                revision,
                revisionsFrom,
                deleted,
                conferenceId,
                number,
                description,
                withdrawn,
                left,
                changedAt,
                announced);
    }

    /** What the catalog counted its revisions from that said so; 0 of a session, which is the schedule's. */
    long catalogsRevisionsFrom() {
        return kind == Appearance.Kind.TALK ? revisionsFrom : 0;
    }

    /** Whether it goes with its conference. */
    boolean isAmong(Conference.Deleted gone) {
        return kind == Appearance.Kind.TALK ? gone.has(conferenceId, revisionsFrom) : gone.has(conferenceId);
    }

    /** What is left to be kept of it once its conference is deleted. */
    AppearanceState erased() {
        return new AppearanceState(
                kind,
                id,
                revision,
                revisionsFrom,
                true,
                conferenceId,
                number,
                Description.NONE,
                withdrawn,
                List.of(),
                changedAt,
                null);
    }
}
