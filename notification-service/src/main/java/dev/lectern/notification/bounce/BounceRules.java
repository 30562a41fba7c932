package dev.lectern.notification.bounce;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where reports of mail that did not arrive go. */
@ConfigMapping(prefix = "lectern.bounces")
interface BounceRules {

    /**
     * {@code bounces@conf.example}: the envelope sender of a mail is {@code bounces+token@conf.example} then. Absent: it
     * is the address that the mail comes from.
     */
    Optional<String> address();
}
