package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.AnnouncedRevisions;
import dev.lectern.notification.replica.ContributionChanged;
import dev.lectern.notification.replica.Slot;
import dev.lectern.notification.replica.SlotScheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Opens a briefing for everyone whom a contribution lists. Runs in the transaction that takes in the event. */
@ApplicationScoped
class BriefingOpener {

    private final BriefingTransfer succession;

    BriefingOpener(BriefingTransfer succession) {
        this.succession = succession;
    }

    void open(@Observes ContributionChanged changed) {
        if (!changed.firstSeen()) {
            succession.follow(changed.contribution());
        }
        var briefed = Briefing.presentersOf(changed.contribution());
        var settled = new AnnouncedRevisions(slotAnnouncedTo(changed), changed.announcedBefore());
        changed.presenters().stream()
                .filter(presenter -> !briefed.contains(presenter))
                .forEach(presenter ->
                        new Briefing(changed.conference(), changed.contribution(), presenter, settled).persist());
    }

    void settle(@Observes SlotScheduled scheduled) {
        Briefing.settleContributionWhereNothingIsTold(scheduled.contribution());
    }

    /**
     * Who joins later is told because they joined; who is there from the start because the talk is placed, even if that
     * came first.
     */
    private static long slotAnnouncedTo(ContributionChanged changed) {
        var slot = changed.firstSeen() ? null : Slot.<Slot>findById(changed.contribution());
        return slot == null ? 0 : slot.announced().revision();
    }
}
