package dev.lectern.notification.briefing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Compares all briefings of some appearances with what is true now and makes the notices that are due. Runs in a
 * transaction that holds the appearances' touches, so nothing that it reads changes meanwhile.
 */
@ApplicationScoped
class Evaluation {

    private static final String OVERTAKEN = "What it says is no longer true, or its reader is not reached there";

    private final EvaluationQueue queue;
    private final NoticeMaker notices;
    private final BriefingTransfer transfer;
    private final Bundles bundles;

    Evaluation(EvaluationQueue queue, NoticeMaker notices, BriefingTransfer transfer, Bundles bundles) {
        this.transfer = transfer;
        this.bundles = bundles;
        this.queue = queue;
        this.notices = notices;
    }

    void evaluate(Collection<UUID> touched) {
        queue.holdConferences(touched);
        var held = queue.held(touched);
        var appearances = transfer.follow(touched);
        var open = Notice.lockOpen(appearances).stream()
                .collect(toMap(notice -> notice.about().briefingId(), Function.identity()));
        Briefing.lock(appearances).stream()
                .collect(groupingBy(Briefing::conferenceId))
                .forEach((conference, briefings) -> evaluate(conference, briefings, open, held));
        var waiting = open.values().stream()
                .filter(notice -> notice.state() == NoticeState.SENDING)
                .map(notice -> notice.about().appearanceId())
                .collect(toSet());
        queue.forget(appearances.stream()
                .filter(appearance -> !waiting.contains(appearance))
                .toList());
    }

    /** What follows from a change that is to be looked at first is held, and so is what takes the place of what is held. */
    private void evaluate(UUID conference, List<Briefing> briefings, Map<UUID, Notice> open, Set<UUID> touchedToHold) {
        var held = briefings.stream()
                .filter(briefing -> touchedToHold.contains(briefing.appearanceId())
                        || briefing.waitsHeld()
                        || isHeld(open.get(briefing.id())))
                .collect(toSet());
        var replicas = Replicas.about(conference, briefings);
        var first = briefings.stream()
                .map(briefing -> Look.at(briefing, replicas.of(briefing), open.get(briefing.id())))
                .toList();
        var overtaken = first.stream().filter(Look::supersedes).map(Look::open).toList();
        var superseded = bundles.supersede(overtaken, OVERTAKEN, open.values());
        var looks = first.stream()
                .map(look -> superseded.contains(look.open()) ? look.withoutNotice() : look)
                .toList();
        looks.forEach(Look::take);
        notices.make(conference, looks.stream().filter(Look::tells).toList(), held);
        looks.forEach(Look::note);
    }

    private static boolean isHeld(Notice open) {
        return open != null && open.state() == NoticeState.HELD;
    }

    /**
     * One briefing beside what is true now.
     *
     * @param open its notice that may still be sent, null if there is none
     */
    record Look(Briefing briefing, BriefingFacts around, Notice open, Verdict verdict) {

        static Look at(Briefing briefing, BriefingFacts around, Notice open) {
            return new Look(
                    briefing, around, open, briefing.telling(around, open).verdict());
        }

        /** The same once the mail that it was in is made anew without it. */
        private Look withoutNotice() {
            return supersedes() ? this : at(briefing, around, null);
        }

        private boolean supersedes() {
            return verdict.supersedes() && open != null;
        }

        private boolean tells() {
            return verdict.step() == Verdict.Step.MAKE;
        }

        /** What needs no notice. */
        private void take() {
            if (verdict.step() != Verdict.Step.WAIT) {
                briefing.waitUntil(null, false);
            }
            switch (verdict.step()) {
                case KEEP -> open.settlesToo(around.announced());
                case SETTLE -> briefing.settle(around.announced());
                case FORGET -> briefing.forget(around.announced());
                case MAKE, WAIT, NOTHING -> {}
            }
        }

        private void note() {
            if (verdict.step() != Verdict.Step.WAIT) {
                briefing.evaluated(around);
            }
        }
    }
}
