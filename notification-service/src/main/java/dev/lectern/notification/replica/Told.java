package dev.lectern.notification.replica;

import java.time.Duration;
import java.time.Instant;

/** As what a state is stored. A service that was restored counts its revisions from another number. */
record Told(long revision, long revisionsFrom, Instant changedAt, Announced announced) {

    /** Less than what may be lost of a time where it is stored is no difference. */
    private static final Duration STORED = Duration.ofMillis(1);

    /** Whether the newer one is this very state, and only its number is another. */
    boolean isRecountedBy(long newer, long newerFrom, Instant newerChangedAt) {
        return newerFrom > revisionsFrom
                && newer - newerFrom == revision - revisionsFrom
                && Duration.between(changedAt, newerChangedAt).abs().compareTo(STORED) < 0;
    }
}
