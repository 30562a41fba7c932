package dev.lectern.schedule.session;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.replica.Presenters;
import dev.lectern.schedule.timetable.SessionState;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A session with the names of its chairs, and the numbers of its talks in their order. */
public record SessionView(
        UUID id,
        String title,
        @JsonUnwrapped TimeAndPlace place,
        int durationMinutes,
        String timeZone,
        List<PresenterName> chairs,
        List<Integer> talks) {

    /** @param talks the numbers of those of each session */
    public static List<SessionView> of(Collection<SessionState> sessions, Map<UUID, List<Integer>> talks) {
        var chairs =
                sessions.stream().flatMap(session -> session.chairs().stream()).collect(Collectors.toSet());
        var identities = Presenters.identities(chairs);
        var presenters = Presenters.withIds(identities.today(chairs));
        return sessions.stream()
                .sorted(SessionState.ORDER)
                .map(session -> of(
                        session,
                        talks.getOrDefault(session.id(), List.of()),
                        identities.today(session.chairs()).stream()
                                .flatMap(chair -> Stream.ofNullable(presenters.get(chair)))
                                .map(KnownPresenter::named)))
                .toList();
    }

    /** Who has been deleted since is not named, and who has been merged is as whom they are known today. */
    private static SessionView of(SessionState session, List<Integer> talks, Stream<PresenterName> chairs) {
        return new SessionView(
                session.id(),
                session.title(),
                session.place(),
                session.durationMinutes(),
                session.timeZone(),
                chairs.filter(chair -> !chair.name().isEmpty()).toList(),
                talks);
    }
}
