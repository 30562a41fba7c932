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
        boolean deleted,
        UUID conferenceId,
        Integer number,
        String title,
        String abstractText,
        String type,
        String track,
        boolean withdrawn,
        List<Listed> presenters,
        Instant changedAt,
        Announcement announced) {

    /** This state without erased presenters, whom an event from before may still list. A session names nobody. */
    AppearanceState without(Identities erased) {
        return kind == Appearance.Kind.SESSION
                ? this
                : with(
                        deleted,
                        title,
                        abstractText,
                        type,
                        track,
                        presenters.stream()
                                .filter(listed -> !erased.isErased(listed.id()))
                                .toList(),
                        announced);
    }

    /** What is left to be kept of it once its conference is deleted. */
    AppearanceState erased() {
        return with(true, "", "", null, null, List.of(), null);
    }

    private AppearanceState with(
            boolean gone,
            String called,
            String description,
            String ofType,
            String inTrack,
            List<Listed> by,
            Announcement last) {
        return new AppearanceState(
                kind,
                id,
                revision,
                gone,
                conferenceId,
                number,
                called,
                description,
                ofType,
                inTrack,
                withdrawn,
                by,
                changedAt,
                last);
    }
}
