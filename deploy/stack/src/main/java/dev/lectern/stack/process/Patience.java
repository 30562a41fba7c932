package dev.lectern.stack.process;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Limits of time that a busy machine stretches: what shares its processor with nine others takes ten times as long and
 * is not stuck.
 */
public final class Patience {

    private static final double LONGEST_STRETCH = 10;

    private Patience() {}

    /** A limit for a machine with nothing else to do, on this machine now. */
    public static Duration now(Duration usual) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return stretched(usual, system.getSystemLoadAverage(), system.getAvailableProcessors());
    }

    /** @param load how many wait for a processor or have one; negative where the system does not tell */
    static Duration stretched(Duration usual, double load, int processors) {
        var stretch = Math.max(1, Math.min(LONGEST_STRETCH, load / processors));
        return Duration.ofMillis(Math.round(usual.toMillis() * stretch));
    }
}
