package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.replica.Appearance;
import dev.lectern.notification.replica.Presenter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who presents or chairs what in a conference, and how they stand with it. Runs in a transaction. */
@ApplicationScoped
public class Audience {

    /**
     * One presenter in one talk or session.
     *
     * @param placed where and when it is; null where it is not on the schedule
     * @param address where the presenter is written to; null for nowhere
     * @param isBad whether the mail server knows no such address
     * @param answer what they said of what they were told last; null while they have said nothing of it
     * @param told whether they were told anything of it that holds
     */
    public record Part(
            Appearance appearance,
            Facts placed,
            Presenter presenter,
            String address,
            boolean isBad,
            BriefingState state,
            Answer.Kind answer,
            boolean told) {}

    private final EvaluationQueue touches;

    Audience(EvaluationQueue touches) {
        this.touches = touches;
    }

    /** Those who are in something that goes on. Who is only an author is not among them. */
    public List<Part> of(UUID conference) {
        return parts(conference, Briefing.after(0, conference, Integer.MAX_VALUE));
    }

    /** @param presenters by their ids of today */
    public List<Part> of(UUID conference, Collection<UUID> presenters) {
        return parts(conference, Briefing.of(conference, presenters));
    }

    private List<Part> parts(UUID conference, List<Briefing> briefings) {
        if (briefings.isEmpty()) {
            return List.of();
        }
        var page = BriefingPage.about(conference, briefings, touches);
        return briefings.stream()
                .filter(briefing -> isPart(page.replicas().of(briefing)))
                .map(briefing -> part(briefing, page))
                .toList();
    }

    private static boolean isPart(BriefingFacts around) {
        return around.appearance() != null
                && !around.appearance().isOff()
                && around.presenter() != null
                && !around.presenter().isDeleted()
                && around.people().has(around.presenter().id());
    }

    private static Part part(Briefing briefing, BriefingPage page) {
        var around = page.replicas().of(briefing);
        var answer = briefing.answer();
        return new Part(
                around.appearance(),
                around.current(),
                around.presenter(),
                around.email(),
                around.isAddressBad()
                        || (around.email() != null && around.email().equals(briefing.badAddress())),
                page.state(briefing),
                answer == null ? null : answer.kind(),
                briefing.told() != null);
    }
}
