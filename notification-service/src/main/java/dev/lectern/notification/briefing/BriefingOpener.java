package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.AnnouncedRevisions;
import dev.lectern.notification.replica.AppearancesChanged;
import dev.lectern.notification.replica.AppearancesChanged.AppearanceChanged;
import dev.lectern.notification.replica.Recounted;
import dev.lectern.notification.replica.Slot;
import dev.lectern.notification.replica.SlotScheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;

/** Opens a briefing for everyone whom an appearance lists. Runs in the transaction that takes in the event. */
@ApplicationScoped
class BriefingOpener {

    private final BriefingTransfer transfer;

    BriefingOpener(BriefingTransfer transfer) {
        this.transfer = transfer;
    }

    void open(@Observes AppearancesChanged news) {
        transfer.follow(news.appearances().stream()
                .filter(changed -> !changed.firstSeen())
                .map(AppearanceChanged::appearance)
                .toList());
        var briefed = Briefing.presentersOf(
                news.appearances().stream().map(AppearanceChanged::appearance).toList());
        news.appearances().forEach(changed -> open(changed, briefed.getOrDefault(changed.appearance(), Set.of())));
    }

    private static void open(AppearanceChanged changed, Set<UUID> briefed) {
        var settled = new AnnouncedRevisions(slotAnnouncedTo(changed), changed.announcedBefore());
        changed.presenters().stream()
                .filter(presenter -> !briefed.contains(presenter))
                .forEach(presenter ->
                        new Briefing(changed.conference(), changed.appearance(), presenter, settled).persist());
    }

    void settle(@Observes SlotScheduled scheduled) {
        Briefing.settleAppearanceWhereNothingIsTold(scheduled.appearance());
    }

    /** What needs no more telling needs none under another number. */
    void recount(@Observes Recounted recounted) {
        Briefing.recount(recounted);
    }

    /**
     * Who joins later is told because they joined; who is there from the start because the talk is placed, even if that
     * came first.
     */
    private static long slotAnnouncedTo(AppearanceChanged changed) {
        var slot = changed.firstSeen() ? null : Slot.<Slot>findById(changed.appearance());
        return slot == null ? 0 : slot.announced().revision();
    }
}
