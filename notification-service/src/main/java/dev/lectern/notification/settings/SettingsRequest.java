package dev.lectern.notification.settings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.mail.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a caller may set: durations in ISO 8601, {@code PT0S} ≤ quietPeriod ≤ maxDelay ≤ {@code P7D}, mailboxes, and a
 * language that there is.
 * What is absent takes its default.
 */
@JsonIgnoreProperties("revision")
record SettingsRequest(
        Duration quietPeriod,
        Duration maxDelay,
        String from,
        String replyTo,
        String contact,
        String defaultLanguage,
        Integer bundleFrom,
        Boolean hold,
        Integer mailsPerHour) {

    /** Longer than this a presenter would rather ask. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final int MOST_ONE_BY_ONE = 1_000;

    private static final int MOST_IN_AN_HOUR = 1_000;

    SettingsRequest withDefaults(SettingsRequest defaults) {
        return new SettingsRequest(
                Objects.requireNonNullElse(quietPeriod, defaults.quietPeriod),
                Objects.requireNonNullElse(maxDelay, defaults.maxDelay),
                Objects.requireNonNullElse(from, defaults.from),
                replyTo,
                contact,
                Objects.requireNonNullElse(defaultLanguage, defaults.defaultLanguage),
                Objects.requireNonNullElse(bundleFrom, defaults.bundleFrom),
                Objects.requireNonNullElse(hold, defaults.hold),
                Objects.requireNonNullElse(mailsPerHour, defaults.mailsPerHour));
    }

    /** @return this, when it makes sense */
    SettingsRequest checked() {
        var faults = new ArrayList<Fault>();
        checkDurations(faults);
        checkMailbox("/from", from, faults);
        if (replyTo != null) {
            checkMailbox("/replyTo", replyTo, faults);
        }
        if (contact != null) {
            checkMailbox("/contact", contact, faults);
        }
        if (Language.tagged(defaultLanguage).isEmpty()) {
            faults.add(Fault.at("/defaultLanguage", "One of " + String.join(", ", Language.tags())));
        }
        if (bundleFrom < 2 || bundleFrom > MOST_ONE_BY_ONE) {
            faults.add(Fault.at("/bundleFrom", "From 2 to " + MOST_ONE_BY_ONE));
        }
        if (mailsPerHour < 1 || mailsPerHour > MOST_IN_AN_HOUR) {
            faults.add(Fault.at("/mailsPerHour", "From 1 to " + MOST_IN_AN_HOUR));
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return this;
    }

    private void checkDurations(List<Fault> faults) {
        if (quietPeriod.isNegative() || quietPeriod.compareTo(LONGEST) > 0) {
            faults.add(Fault.at("/quietPeriod", "From PT0S to P7D"));
        }
        if (maxDelay.isNegative() || maxDelay.compareTo(LONGEST) > 0) {
            faults.add(Fault.at("/maxDelay", "From PT0S to P7D"));
        } else if (quietPeriod.compareTo(maxDelay) > 0) {
            faults.add(Fault.at("/maxDelay", "Not shorter than quietPeriod, which is " + quietPeriod));
        }
    }

    private static void checkMailbox(String pointer, String mailbox, List<Fault> faults) {
        if (!Mailbox.isOne(mailbox)) {
            faults.add(Fault.at(pointer, "One e-mail address, with or without a name"));
        }
    }
}
