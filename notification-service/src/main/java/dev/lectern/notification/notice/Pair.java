package dev.lectern.notification.notice;

import jakarta.persistence.Embeddable;

/** Two announcements, by revision: the slot's and the contribution's; 0 where there was none. */
@Embeddable
public record Pair(long slot, long contribution) {

    public static final Pair NONE = new Pair(0, 0);

    /** Whether either announcement is later than the other pair's. */
    public boolean exceeds(Pair other) {
        return slot > other.slot || contribution > other.contribution;
    }

    /** The earlier of each. */
    public Pair and(Pair other) {
        return new Pair(Math.min(slot, other.slot), Math.min(contribution, other.contribution));
    }

    /** The later of each. An announcement never falls, so neither does what is settled. */
    public Pair or(Pair other) {
        return new Pair(Math.max(slot, other.slot), Math.max(contribution, other.contribution));
    }
}
