package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares all briefings of one appearance with what is true now and makes the notices that are due. Runs in a
 * transaction that holds the appearance's touch, so nothing that it reads changes meanwhile.
 */
@ApplicationScoped
class Evaluation {

    private static final String OVERTAKEN = "What it says is no longer true";

    private final EvaluationQueue queue;
    private final NoticeMaker notices;
    private final BriefingTransfer transfer;

    Evaluation(EvaluationQueue queue, NoticeMaker notices, BriefingTransfer transfer) {
        this.transfer = transfer;
        this.queue = queue;
        this.notices = notices;
    }

    void evaluate(UUID appearance) {
        queue.holdConference(appearance);
        if (!transfer.follow(appearance)) {
            return;
        }
        var open = Notice.lockOpen(appearance).stream()
                .collect(Collectors.toMap(notice -> notice.about().briefingId(), Function.identity()));
        var briefings = Briefing.lock(appearance);
        if (!briefings.isEmpty()) {
            evaluate(briefings, open);
        }
        if (open.values().stream().noneMatch(notice -> notice.state() == NoticeState.SENDING)) {
            queue.forget(appearance);
        }
    }

    private void evaluate(List<Briefing> briefings, Map<UUID, Notice> open) {
        var replicas = Replicas.about(briefings.get(0).conferenceId(), briefings);
        for (var briefing : briefings) {
            evaluate(briefing, replicas.of(briefing), open.get(briefing.id()));
        }
    }

    private void evaluate(Briefing briefing, BriefingFacts around, Notice open) {
        var verdict = briefing.telling(around, open).verdict();
        if (verdict.supersedes() && open != null) {
            supersede(open);
        }
        switch (verdict.step()) {
            case KEEP -> open.settlesToo(around.announced());
            case SETTLE -> briefing.settle(around.announced());
            case FORGET -> briefing.forget(around.announced());
            case MAKE -> notices.make(verdict.kind(), briefing, around);
            case WAIT, NOTHING -> {}
        }
        if (verdict.step() != Verdict.Step.WAIT) {
            briefing.evaluated(around);
        }
    }

    /**
     * At once: the database lets a briefing have one open notice, and the next one may be on its way in this
     * transaction.
     */
    private static void supersede(Notice open) {
        open.supersede(OVERTAKEN);
        Notice.flush();
    }
}
