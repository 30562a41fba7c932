package dev.lectern.notification.replica;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.replica.Identities;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fired in the transaction that stored newer states of appearances, each of another one. */
public record AppearancesChanged(List<AppearanceChanged> appearances) {

    /**
     * One of them.
     *
     * @param presenters who presents it, by the ids that they have today
     * @param firstSeen whether nothing was known of it before
     * @param announcedBefore the revision of its announcement before; for the first state, that state's own
     */
    public record AppearanceChanged(
            UUID appearance, UUID conference, List<UUID> presenters, boolean firstSeen, long announcedBefore) {

        private static AppearanceChanged by(AppearanceState state, Identities identities, Told before) {
            return new AppearanceChanged(
                    state.id(),
                    state.conferenceId(),
                    state.presenters().stream()
                            .flatMap(listed -> identities.today(listed.id()).stream())
                            .distinct()
                            .toList(),
                    before == null,
                    before == null
                            ? Announcement.revisionOf(state.announced())
                            : before.announced().revision());
        }
    }

    static AppearancesChanged by(List<AppearanceState> states, Identities identities, Map<UUID, Told> before) {
        return new AppearancesChanged(states.stream()
                .map(state -> AppearanceChanged.by(state, identities, before.get(state.id())))
                .toList());
    }
}
