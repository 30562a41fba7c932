package dev.lectern.notification.briefing;

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
import java.util.Optional;
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
    }

    /** In the order of their times; what is not on the schedule last. */
    public List<Mine> of(UUID conference, UUID presenter) {
        var briefings = Briefing.of(conference, FormerPresenter.idsOf(presenter));
        if (briefings.isEmpty()) {
            return List.of();
        }
        var replicas = Replicas.about(conference, briefings);
        return briefings.stream()
                .filter(briefing -> briefing.sequence() != null || briefing.told() != null)
                .map(briefing -> mine(briefing, replicas.of(briefing)))
                .sorted(Comparator.comparing(
                        mine -> mine.isPlaced() ? mine.told().startsAt().toInstant() : Instant.MAX))
                .toList();
    }

    /** The address that calendar programs take for the organizer's. */
    public String organizer(UUID conference, String sender) {
        return Organizer.of(conference, sender);
    }

    /** Empty where this presenter was told nothing of it. */
    public Optional<Mine> answer(UUID conference, UUID presenter, UUID appearance, Answer.Kind kind, String words) {
        var found = Briefing.of(conference, FormerPresenter.idsOf(presenter)).stream()
                .filter(briefing -> briefing.appearanceId().equals(appearance))
                .findFirst();
        // Microseconds are what the database keeps.
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        found.ifPresent(briefing -> {
            var mail = Notice.lock(Stream.ofNullable(briefing.lastNotice()).toList()).values().stream()
                    .findFirst();
            Briefing.<Briefing>findById(briefing.id(), LockModeType.PESSIMISTIC_WRITE)
                    .answer(kind, words, now);
            mail.filter(last -> last.state().isSent())
                    .ifPresent(last -> last.answered(NoticeState.valueOf(kind.name())));
        });
        if (found.isPresent() && kind == Answer.Kind.DECLINED) {
            answers.hear(conference);
        }
        return found.map(briefing ->
                mine(briefing, Replicas.about(conference, List.of(briefing)).of(briefing)));
    }

    private static Mine mine(Briefing briefing, BriefingFacts around) {
        var slot = around.slot();
        return new Mine(
                briefing.appearanceId(),
                around.appearance() == null ? null : around.appearance().number(),
                briefing.told() == null
                        ? around.appearance().title()
                        : briefing.told().title(),
                briefing.told(),
                briefing.sequence() == null ? 0 : briefing.sequence(),
                slot == null ? Instant.EPOCH : around.changedAt(),
                briefing.answer());
    }
}
