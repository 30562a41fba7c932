package dev.lectern.notification.briefing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeState;
import dev.lectern.notification.replica.FormerPresenter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What one presenter is in, and what they say of it. Runs in a transaction. */
@ApplicationScoped
public class Appearances {

    private final AnswerNews answers;

    Appearances(AnswerNews answers) {
        this.answers = answers;
    }

    /**
     * One talk or session as its presenter may see it: what they were told last.
     *
     * @param number null of a session
     * @param told null where it is not on the schedule, or was not told yet
     * @param changedAt when that was made
     * @param answer null while they have said nothing of it
     */
    public record Mine(
            UUID appearance, Integer number, String title, Facts told, int sequence, Instant changedAt, Answer answer) {

        public boolean isSession() {
            return number == null;
        }

        public boolean isPlaced() {
            return told != null;
        }

        /** The same for the same facts. */
        public String version() {
            return versionOf(told);
        }
    }

    /** What came of an answer. */
    public enum Outcome {
        NOTED,
        /** Its presenter had been told something else when they gave it. */
        OUTDATED,
        /** This presenter was told nothing of it. */
        NOT_THEIRS
    }

    /** In the order of their times; what is not on the schedule last. */
    public List<Mine> of(UUID conference, UUID presenter) {
        var briefings = Briefing.of(conference, FormerPresenter.idsOf(presenter));
        if (briefings.isEmpty()) {
            return List.of();
        }
        var replicas = Replicas.about(conference, briefings);
        var open = Notice.openOf(briefings.stream().map(Briefing::id).toList());
        return briefings.stream()
                .filter(briefing -> briefing.sequence() != null || briefing.told() != null)
                .map(briefing -> mine(briefing, replicas.of(briefing), open.get(briefing.id())))
                .sorted(Comparator.comparing(
                        mine -> mine.isPlaced() ? mine.told().startsAt().toInstant() : Instant.MAX))
                .toList();
    }

    /** The address that calendar programs take for the organizer's. */
    public String organizer(UUID conference, String sender) {
        return Organizer.of(conference, sender);
    }

    /** @param shown the version that they look at; null where that is not known */
    public Outcome answer(
            UUID conference, UUID presenter, UUID appearance, Answer.Kind kind, String words, String shown) {
        var found = Briefing.of(conference, FormerPresenter.idsOf(presenter)).stream()
                .filter(briefing -> briefing.appearanceId().equals(appearance))
                .findFirst();
        if (found.isEmpty()) {
            return Outcome.NOT_THEIRS;
        }
        var mail = Notice.lock(Stream.ofNullable(found.get().lastNotice()).toList()).values().stream()
                .findFirst();
        Briefing briefing = Briefing.findById(found.get().id(), LockModeType.PESSIMISTIC_WRITE);
        if (shown != null && !shown.equals(versionOf(briefing.told()))) {
            return Outcome.OUTDATED;
        }
        // Microseconds are what the database keeps.
        briefing.answer(kind, words, Instant.now().truncatedTo(ChronoUnit.MICROS));
        mail.filter(last -> last.state().isSent()).ifPresent(last -> last.answered(NoticeState.valueOf(kind.name())));
        if (kind == Answer.Kind.DECLINED) {
            answers.hear(conference);
        }
        return Outcome.NOTED;
    }

    /** What is about to be told comes with the next one, or calendars that have it already would not take it. */
    private static int sequence(Briefing briefing, Notice open) {
        var told = open == null
                ? briefing.sequence()
                : Integer.valueOf(open.content().sequence() - 1);
        return told == null ? 0 : Math.max(0, told);
    }

    private static String versionOf(Facts told) {
        return told == null
                ? "none"
                : UUID.nameUUIDFromBytes(told.toString().getBytes(UTF_8)).toString();
    }

    /** @param open what is about to be told; null for nothing */
    private static Mine mine(Briefing briefing, BriefingFacts around, Notice open) {
        var slot = around.slot();
        return new Mine(
                briefing.appearanceId(),
                around.appearance() == null ? null : around.appearance().number(),
                briefing.told() == null
                        ? around.appearance().title()
                        : briefing.told().title(),
                briefing.told(),
                sequence(briefing, open),
                slot == null ? Instant.EPOCH : around.changedAt(),
                briefing.answer());
    }
}
