package dev.lectern.schedule.edit;

import dev.lectern.schedule.edit.Tell.Kind;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.timetable.News;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionNews;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.SlotState;
import dev.lectern.schedule.timetable.SlotStatus;
import dev.lectern.schedule.timetable.Talk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is told what by a change, found before it is sent out. */
final class Audience implements News.Visitor {

    private final Edit edit;
    private final Map<Integer, Kind> talks = new LinkedHashMap<>();
    private final Map<Session, Map<UUID, Kind>> sessions = new LinkedHashMap<>();

    Audience(Edit edit, List<News> news) {
        this.edit = edit;
        news.forEach(one -> one.accept(this));
    }

    /** Nothing, where nobody has heard of the talk and it has no place. */
    @Override
    public void slot(Slot slot, Optional<SlotState> told, SlotState next) {
        var was = told.filter(state -> state.status() == SlotStatus.SCHEDULED).isPresent();
        if (next.status() == SlotStatus.SCHEDULED) {
            talks.put(slot.number(), was ? Kind.CHANGED : Kind.SCHEDULED);
        } else if (next.status() == SlotStatus.UNSCHEDULED && was) {
            talks.put(slot.number(), Kind.CANCELLED);
        }
    }

    @Override
    public void session(Session session, Optional<SessionNews> told, SessionNews next) {
        if (next.place().status() != SlotStatus.UNPUBLISHED) {
            sessions.put(session, kinds(told, next));
        }
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
        return edit.contributions(talks.keySet()).stream().flatMap(contribution -> {
            var talk = new Talk(contribution.number(), contribution.title());
            return contribution.presenters().stream()
                    .map(presenter -> new Tell(presenter.named(), talk, null, talks.get(contribution.number())));
        });
    }

    private Stream<Tell> ofSessions() {
        var chairs = edit.timetable()
                .presenterNames(sessions.values().stream()
                        .flatMap(kinds -> kinds.keySet().stream())
                        .collect(Collectors.toSet()));
        return sessions.entrySet().stream()
                .flatMap(entry -> entry.getValue().entrySet().stream()
                        .map(kind -> new Tell(
                                new PresenterName(kind.getKey(), chairs.getOrDefault(kind.getKey(), "")),
                                null,
                                entry.getKey().named(),
                                kind.getValue())));
    }
}
