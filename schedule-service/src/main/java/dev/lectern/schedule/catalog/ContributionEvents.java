package dev.lectern.schedule.catalog;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.change.PublicAgenda;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.edit.Unpublish;
import dev.lectern.schedule.edit.Withdraw;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.ContributionEvent;
import dev.lectern.schedule.replica.Contributions;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.Presenters;
import dev.lectern.schedule.store.LastPlaces;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Schedule;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps contributions. One that is withdrawn or gone leaves its slot, whatever else its event says. */
@ApplicationScoped
class ContributionEvents implements EventHandler<ContributionEvent> {

    private final Editing editing;
    private final PublicAgenda agenda;

    ContributionEvents(Editing editing, PublicAgenda agenda) {
        this.editing = editing;
        this.agenda = agenda;
    }

    @Override
    public Topic<ContributionEvent> topic() {
        return Topic.of("catalog", "contribution", ContributionEvent.class);
    }

    @Override
    public void lock(List<ContributionEvent> events) {
        StoredTimetable.lockAll(
                events.stream().map(ContributionEvent::conferenceId).toList());
    }

    @Override
    public void accept(List<ContributionEvent> told) {
        var gone = Conferences.deletedFor(
                told.stream().map(ContributionEvent::conferenceId).toList());
        told.stream()
                .collect(Collectors.groupingBy(ContributionEvent::revisionsFrom))
                .forEach((from, events) -> Presenters.knownAgain(presenters(events), from));
        var identities = Presenters.identities(presenters(told));
        var events = told.stream()
                .map(event -> gone.test(event.conferenceId(), event.revisionsFrom())
                        ? event.erased()
                        : event.without(identities))
                .toList();
        var before = Contributions.before(events);
        Contributions.store(events, before).stream()
                .filter(event -> before.containsKey(event.id()))
                .filter(event -> !gone.test(event.conferenceId(), event.revisionsFrom()))
                .collect(Collectors.groupingBy(ContributionEvent::conferenceId))
                .forEach((conference, news) -> changeSchedule(StoredTimetable.of(conference), news, before));
    }

    @Override
    public List<ContributionEvent> gone(long revision, int most) {
        return Contributions.gone(revision, most);
    }

    private static List<UUID> presenters(List<ContributionEvent> events) {
        return events.stream()
                .flatMap(event -> event.presenters().stream())
                .map(Presenter::id)
                .toList();
    }

    /** What is new to all has no place yet, and most of what changes has none either. */
    private void changeSchedule(
            StoredTimetable timetable, List<ContributionEvent> news, Map<UUID, Contribution> before) {
        var ids = news.stream().map(ContributionEvent::id).toList();
        var placed = timetable.placed(ids);
        var cancelled = LastPlaces.of(timetable.schedule().conferenceId()).among(ids);
        for (var event : news) {
            if (event.isGoneWithItsConference()) {
                unpublish(timetable.schedule(), event);
            }
            if (placed.contains(event.id())) {
                changeTalk(timetable.schedule(), event, before.get(event.id()));
            } else if (cancelled.contains(event.id())) {
                changeCancelled(timetable.schedule(), event, before.get(event.id()));
            }
        }
    }

    /**
     * Freed, its slot would be told as cancelled. All of them are erased with the conference, of which this is the
     * herald.
     */
    private void unpublish(Schedule schedule, ContributionEvent event) {
        if (schedule.isPublished()) {
            editing.apply(schedule.conferenceId(), Signature.of(event.announced(), false), new Unpublish());
        }
    }

    /** Calendars say what it was called, as long as it may be said. */
    private void changeCancelled(Schedule schedule, ContributionEvent event, Contribution before) {
        if (before.isFreedBy(event) || before.looksDifferentIn(event)) {
            agenda.looksDifferent(schedule.conferenceId());
        }
    }

    private void changeTalk(Schedule schedule, ContributionEvent event, Contribution before) {
        if (before.isFreedBy(event) && !event.isGoneWithItsConference()) {
            var by = Signature.of(event.announced(), before.announcesMore(event));
            editing.apply(schedule.conferenceId(), by, new Withdraw(before.number(), before.id()));
        } else if (before.looksDifferentIn(event)) {
            agenda.looksDifferent(schedule.conferenceId());
        }
    }
}
