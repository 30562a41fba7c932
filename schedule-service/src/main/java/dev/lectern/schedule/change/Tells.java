package dev.lectern.schedule.change;

import dev.lectern.schedule.change.Tell.Kind;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.timetable.Announceable;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionNews;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.SlotState;
import dev.lectern.schedule.timetable.SlotStatus;
import dev.lectern.schedule.timetable.Talk;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is told what by a change, found before it is sent out. */
final class Tells {

    private final Map<Slot, Kind> talks = new LinkedHashMap<>();
    private final Map<Session, Map<UUID, Kind>> sessions = new LinkedHashMap<>();

    /** @param news what is to be sent out, none when nobody is to be told */
    Tells(Edit edit, Collection<Announceable> news) {
        for (var one : news) {
            if (one instanceof Slot slot) {
                slot.publicState(edit.schedule().isPublished(), edit.timeZone())
                        .flatMap(next -> kind(slot.told(), next))
                        .ifPresent(kind -> talks.put(slot, kind));
            } else if (one instanceof Session session) {
                session.publicState(edit.schedule().isPublished(), edit.timeZone())
                        .filter(next -> next.place().status() != SlotStatus.UNPUBLISHED)
                        .ifPresent(next -> sessions.put(session, kinds(session.told(), next)));
            }
        }
    }

    /** Nothing, where nobody has heard of the talk and it has no place. */
    private static Optional<Kind> kind(Optional<SlotState> told, SlotState next) {
        var was = told.filter(state -> state.status() == SlotStatus.SCHEDULED).isPresent();
        return switch (next.status()) {
            case SCHEDULED -> Optional.of(was ? Kind.CHANGED : Kind.SCHEDULED);
            case UNSCHEDULED -> was ? Optional.of(Kind.CANCELLED) : Optional.empty();
            case UNPUBLISHED -> Optional.empty();
        };
    }

    private static Map<UUID, Kind> kinds(Optional<SessionNews> told, SessionNews next) {
        var before = told.map(SessionNews::expected).orElse(List.of());
        var kinds = new LinkedHashMap<UUID, Kind>();
        next.expected().forEach(chair -> kinds.put(chair, before.contains(chair) ? Kind.CHANGED : Kind.SCHEDULED));
        var gone = next.place().status() == SlotStatus.SCHEDULED ? Kind.REMOVED : Kind.CANCELLED;
        before.forEach(chair -> kinds.putIfAbsent(chair, gone));
        return kinds;
    }

    /** Talks by number, then as each names its presenters; then sessions, with their chairs. */
    List<Tell> list() {
        return Stream.concat(ofTalks(), ofSessions()).toList();
    }

    private Stream<Tell> ofTalks() {
        var contributions = Contribution.withIds(
                        talks.keySet().stream().map(Slot::id).toList())
                .stream()
                .collect(Collectors.toMap(Contribution::id, Function.identity()));
        return talks.entrySet().stream().flatMap(entry -> {
            var contribution = contributions.get(entry.getKey().id());
            var talk = new Talk(contribution.number(), contribution.title());
            return contribution.presenters().stream()
                    .map(presenter -> new Tell(presenter.named(), talk, null, entry.getValue()));
        });
    }

    private Stream<Tell> ofSessions() {
        var chairs = KnownPresenter.withIds(sessions.values().stream()
                .flatMap(kinds -> kinds.keySet().stream())
                .distinct()
                .toList());
        return sessions.entrySet().stream()
                .flatMap(entry -> entry.getValue().entrySet().stream()
                        .map(kind -> new Tell(
                                name(chairs, kind.getKey()),
                                null,
                                entry.getKey().named(),
                                kind.getValue())));
    }

    private static PresenterName name(Map<UUID, KnownPresenter> chairs, UUID id) {
        return Optional.ofNullable(chairs.get(id))
                .map(KnownPresenter::named)
                .orElseGet(() -> new PresenterName(id, ""));
    }
}
