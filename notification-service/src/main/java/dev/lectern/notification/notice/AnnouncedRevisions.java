package dev.lectern.notification.notice;

import jakarta.persistence.Embeddable;

/** Two announcements, by revision: the slot's and the appearance's; 0 where there was none. */
@Embeddable
public record AnnouncedRevisions(long slot, long appearance) {

    public static final AnnouncedRevisions NONE = new AnnouncedRevisions(0, 0);

    /** Whether either announcement is later than the other pair's. */
    public boolean exceeds(AnnouncedRevisions other) {
        return slot > other.slot || appearance > other.appearance;
    }

    /** The earlier of each. */
    public AnnouncedRevisions and(AnnouncedRevisions other) {
        return new AnnouncedRevisions(Math.min(slot, other.slot), Math.min(appearance, other.appearance));
    }

    /** The later of each. An announcement never falls, so neither does what is settled. */
    public AnnouncedRevisions or(AnnouncedRevisions other) {
        return new AnnouncedRevisions(Math.max(slot, other.slot), Math.max(appearance, other.appearance));
    }
}
