package dev.lectern.notification.notice;

import jakarta.persistence.Embeddable;

/** Two announcements, by revision: the slot's and the contribution's; 0 where there was none. */
@Embeddable
public record AnnouncedRevisions(long slot, long contribution) {

    public static final AnnouncedRevisions NONE = new AnnouncedRevisions(0, 0);

    /** Whether either announcement is later than the other pair's. */
    public boolean exceeds(AnnouncedRevisions other) {
        return slot > other.slot || contribution > other.contribution;
    }

    /** The earlier of each. */
    public AnnouncedRevisions and(AnnouncedRevisions other) {
        return new AnnouncedRevisions(Math.min(slot, other.slot), Math.min(contribution, other.contribution));
    }

    /** The later of each. An announcement never falls, so neither does what is settled. */
    public AnnouncedRevisions or(AnnouncedRevisions other) {
        return new AnnouncedRevisions(Math.max(slot, other.slot), Math.max(contribution, other.contribution));
    }
}
