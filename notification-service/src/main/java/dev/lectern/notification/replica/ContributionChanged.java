package dev.lectern.notification.replica;

import dev.lectern.chassis.events.Announcement;
import java.util.List;
import java.util.UUID;

/**
 * Fired in the transaction that stored a newer state of a contribution.
 *
 * @param presenters who presents it, by the ids that they have today
 * @param firstSeen whether nothing was known of it before
 * @param announcedBefore the revision of its announcement before; for the first state, that state's own
 */
public record ContributionChanged(
        UUID contribution, UUID conference, List<UUID> presenters, boolean firstSeen, long announcedBefore) {

    static ContributionChanged by(ContributionEvent event, Identities identities, Announced before) {
        return new ContributionChanged(
                event.id(),
                event.conferenceId(),
                event.presenters().stream()
                        .flatMap(listed -> identities.today(listed.id()).stream())
                        .distinct()
                        .toList(),
                before == null,
                before == null ? Announcement.revisionOf(event.announced()) : before.revision());
    }
}
