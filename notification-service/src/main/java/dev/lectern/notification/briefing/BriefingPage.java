package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Concerned;
import dev.lectern.notification.notice.Concerned.PresenterName;
import dev.lectern.notification.notice.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is needed to show some briefings, read once for all of them.
 *
 * @param open the open notices, by briefing
 * @param failed the last notices that were given up
 * @param dueAt when the touched appearances are due
 */
record BriefingPage(Replicas replicas, Map<UUID, Notice> open, Set<UUID> failed, Map<UUID, Instant> dueAt) {

    static BriefingPage about(UUID conference, List<Briefing> briefings, EvaluationQueue touches) {
        return new BriefingPage(
                Replicas.about(conference, briefings),
                Notice.openOf(briefings.stream().map(Briefing::id).toList()),
                Notice.idsOfFailed(briefings.stream().map(Briefing::lastNotice).toList()),
                touches.dueAt(briefings.stream().map(Briefing::appearanceId).toList()));
    }

    BriefingItem item(Briefing briefing) {
        var around = replicas.of(briefing);
        var appearance = around.appearance();
        var notice = open.get(briefing.id());
        var state = state(briefing);
        return new BriefingItem(
                Concerned.by(
                        appearance.kind(),
                        appearance.id(),
                        appearance.number(),
                        appearance.title(),
                        new PresenterName(briefing.presenterId(), around.presenterName())),
                state,
                state == BriefingState.BAD_ADDRESS ? around.addressFault() : null,
                BriefingItem.Known.of(briefing.told()),
                BriefingItem.Known.of(around.current()),
                state == BriefingState.PENDING ? dueAt(briefing, notice) : null,
                briefing.lastNotice(),
                briefing.sequence(),
                BriefingItem.Answered.of(briefing.answer()));
    }

    BriefingState state(Briefing briefing) {
        return briefing.telling(replicas.of(briefing), open.get(briefing.id()))
                .state(failed.contains(briefing.lastNotice()), briefing.isBaseline());
    }

    private Instant dueAt(Briefing briefing, Notice notice) {
        if (notice != null) {
            return notice.nextAttemptAt();
        }
        return briefing.waitsUntil() == null ? dueAt.get(briefing.appearanceId()) : briefing.waitsUntil();
    }
}
