package dev.lectern.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How this process delivers. Replicas need not agree, except about the lease. */
@ConfigMapping(prefix = "lectern.delivery")
interface DeliveryRules {

    /** Off: notices are made, and wait. */
    @WithDefault("true")
    boolean enabled();

    /** Threads, each with a connection of its own. */
    @WithDefault("2")
    int workers();

    /** The safety net, and how late a repetition may be; new notices wake a worker at once. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How long a worker may be silent before its attempt counts as ambiguous. */
    @WithDefault("15s")
    Duration lease();

    @WithDefault("5s")
    Duration leaseRenewal();

    /** A connection that was idle for so long is closed before the server does it. */
    @WithDefault("10s")
    Duration idleLimit();

    /** How long nothing is tried after the server refused us altogether. */
    @WithDefault("30s")
    Duration pauseWhenRefused();

    /** How long nothing is tried after the server gave no answer; twice as long each time, up to five minutes. */
    @WithDefault("30s")
    Duration pauseWhenAway();

    /** Mails a second; absent: as many as the server takes. */
    Optional<Integer> rate();

    /** The age at which a notice fails: as long as mail servers usually try (RFC 5321, section 4.5.4.1). */
    @WithDefault("5d")
    Duration giveUpAfter();
}
