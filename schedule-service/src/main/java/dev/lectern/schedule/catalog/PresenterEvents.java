package dev.lectern.schedule.catalog;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.ParkedRecords;
import dev.lectern.chassis.events.Topic;
import dev.lectern.chassis.idempotency.StoredAnswers;
import dev.lectern.schedule.change.PublicAgenda;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.Contributions;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.replica.PresenterErased;
import dev.lectern.schedule.replica.PresenterEvent;
import dev.lectern.schedule.replica.PresenterMerged;
import dev.lectern.schedule.replica.Presenters;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the names of presenters, which the agenda has of those who chair its sessions. */
@ApplicationScoped
class PresenterEvents implements EventHandler<PresenterEvent> {

    private final PublicAgenda agenda;
    private final Event<PresenterMerged> merged;
    private final Event<PresenterErased> erased;
    private final ParkedRecords parked;
    private final StoredAnswers answers;

    PresenterEvents(
            PublicAgenda agenda,
            Event<PresenterMerged> merged,
            Event<PresenterErased> erased,
            ParkedRecords parked,
            StoredAnswers answers) {
        this.agenda = agenda;
        this.merged = merged;
        this.erased = erased;
        this.parked = parked;
        this.answers = answers;
    }

    @Override
    public Topic<PresenterEvent> topic() {
        return Topic.of("catalog", "presenter", PresenterEvent.class);
    }

    @Override
    public void lock(List<PresenterEvent> events) {
        StoredTimetable.lockAll(
                events.stream().map(PresenterEvent::conferenceId).toList());
    }

    @Override
    public void accept(List<PresenterEvent> told) {
        var gone = Conferences.deletedFor(
                told.stream().map(PresenterEvent::conferenceId).toList());
        var events = told.stream()
                .map(event -> gone.test(event.conferenceId(), event.revisionsFrom()) ? event.erased() : event)
                .toList();
        var before = Presenters.before(events);
        var news = Presenters.store(events, before);
        news.stream()
                .filter(event -> !event.name().equals(name(before.get(event.id()))))
                .collect(Collectors.groupingBy(PresenterEvent::conferenceId))
                .forEach(this::rename);
        news.stream().filter(PresenterEvent::deleted).forEach(event -> bury(event, name(before.get(event.id()))));
    }

    @Override
    public List<PresenterEvent> gone(long revision, int most) {
        return Presenters.gone(revision, most);
    }

    private static String name(KnownPresenter known) {
        return known == null ? "" : known.named().name();
    }

    private void rename(UUID conference, List<PresenterEvent> renamed) {
        var chairs = StoredTimetable.of(conference).chairs();
        renamed.stream()
                .filter(event -> chairs.contains(event.id()))
                .forEach(event -> agenda.looksDifferent(conference));
    }

    private void bury(PresenterEvent event, String name) {
        Presenters.identities(List.of(event.id()))
                .today(event.id())
                .ifPresentOrElse(
                        into -> merged.fire(new PresenterMerged(event.conferenceId(), event.id(), into)),
                        () -> erase(event, name));
        parked.forgetAllAbout(event.id());
    }

    private void erase(PresenterEvent event, String name) {
        erased.fire(new PresenterErased(event.conferenceId(), event.id()));
        if (Contributions.forget(event.conferenceId(), event.id())) {
            agenda.looksDifferent(event.conferenceId());
        }
        Optional.ofNullable(Conferences.get(event.conferenceId()))
                .ifPresent(conference -> answers.forgetAllQuoting(
                        "/schedule/conferences/" + conference.slug(),
                        Stream.of(event.id().toString(), name)
                                .filter(trait -> !trait.isEmpty())
                                .toList()));
    }
}
