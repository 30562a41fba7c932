package dev.lectern.notification.briefing;

import dev.lectern.notification.mail.Differences;
import dev.lectern.notification.notice.AnnouncedRevisions;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.NoticeState;
import java.util.Objects;

/**
 * The rules of telling. Compares what one presenter was told of one appearance with what is current and says what is
 * to be done.
 *
 * @param known whether all that is needed is known and published
 * @param open the briefing's notice that may still be sent, null if there is none
 */
record TellingRules(Told told, AnnouncedRevisions settled, boolean known, Now now, Open open) {

    /** What the reader was told, null for nothing, at which address, null for none, and which address proved bad. */
    record Told(Facts facts, String address, String badAddress) {}

    /**
     * What is true now.
     *
     * @param facts null for nothing
     * @param dropped whether the reader is no longer a presenter of it
     * @param address the reader's, null for none
     * @param shared whether somebody who is still a presenter of it is written to there too
     * @param announced the last announcements
     */
    record Now(Facts facts, boolean dropped, String address, boolean shared, AnnouncedRevisions announced) {}

    /** A notice that may still be sent: what it tells, null for nothing any more, and to which address. */
    record Open(Kind kind, Facts facts, String address, NoticeState state) {}

    Verdict verdict() {
        if (open != null && open.state == NoticeState.SENDING) {
            return Verdict.WAIT;
        }
        if (isDue() && now.facts == null && now.dropped && now.shared) {
            return Verdict.FORGET;
        }
        if (known && open != null && openSaysWhatIsTrue() && isReachable()) {
            return Verdict.KEEP;
        }
        if (known && toldWhatIsTrue() && toldAtAddress()) {
            return Verdict.SETTLE;
        }
        return isDue() && isReachable() ? Verdict.make(kind()) : Verdict.NOTHING;
    }

    /** What organisers see of it. */
    BriefingState state(boolean lastFailed, boolean baseline) {
        if (open != null && open.state == NoticeState.HELD) {
            return BriefingState.HELD;
        }
        if (open != null && open.state != NoticeState.AMBIGUOUS) {
            return BriefingState.PENDING;
        }
        if (isDue()) {
            return isReachable() ? BriefingState.PENDING : unreachable();
        }
        if (!toldWhatIsTrue()) {
            return lastFailed ? BriefingState.FAILED : BriefingState.UNANNOUNCED;
        }
        if (now.facts == null) {
            return BriefingState.NOTHING_TO_TELL;
        }
        if (told.address == null) {
            return BriefingState.NO_ADDRESS;
        }
        return baseline ? BriefingState.BASELINE : BriefingState.TOLD;
    }

    private boolean isDue() {
        return known && ((!toldWhatIsTrue() && now.announced.exceeds(settled)) || addressIsNew());
    }

    /** A reader who can be reached only now, or elsewhere, is told the present state without any announcement. */
    private boolean addressIsNew() {
        return told.facts != null && now.facts != null && now.address != null && !toldAtAddress();
    }

    private boolean isReachable() {
        return now.address != null && !now.address.equals(told.badAddress);
    }

    private BriefingState unreachable() {
        return now.address == null ? BriefingState.NO_ADDRESS : BriefingState.BAD_ADDRESS;
    }

    private Kind kind() {
        if (now.facts == null) {
            return now.dropped ? Kind.REMOVED : Kind.CANCELLED;
        }
        return told.facts == null || addressIsNew() ? Kind.SCHEDULED : Kind.CHANGED;
    }

    private boolean openSaysWhatIsTrue() {
        return same(open.facts, now.facts)
                && open.address.equals(now.address)
                && (now.facts != null || open.kind == kind());
    }

    private boolean toldWhatIsTrue() {
        return same(told.facts, now.facts);
    }

    private boolean toldAtAddress() {
        return now.facts == null || Objects.equals(told.address, now.address);
    }

    private static boolean same(Facts one, Facts other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return Differences.isNone(one, other);
    }
}
