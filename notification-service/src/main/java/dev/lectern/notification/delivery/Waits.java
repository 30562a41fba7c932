package dev.lectern.notification.delivery;

import java.time.Duration;

/** How long a notice waits after an attempt that did not succeed: longer each time, and never all at once. */
final class Waits {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /**
     * The wait is longer than the plain one by up to a quarter, so that what failed together does not return together.
     */
    private static final double JITTER = 0.25;

    private static final int DOUBLINGS_UP_TO_THE_LONGEST = 10;

    private Waits() {}

    /**
     * The wait after so many attempts.
     *
     * @param attempts from 1
     * @param random from 0 to 1
     */
    static Duration after(int attempts, double random) {
        var doublings = Math.min(attempts - 1, DOUBLINGS_UP_TO_THE_LONGEST);
        var plain = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        return Duration.ofMillis(Math.round(plain * (1 + JITTER * random)));
    }
}
