package dev.lectern.schedule.catalog;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.edit.Unpublish;
import dev.lectern.schedule.edit.Withdraw;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.ContributionEvent;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Keeps contributions. One that is withdrawn or gone leaves its slot, whatever else its event says. */
@ApplicationScoped
class ContributionEvents implements EventHandler<ContributionEvent> {

    private final Editing editing;

    ContributionEvents(Editing editing) {
        this.editing = editing;
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
    public void accept(List<ContributionEvent> events) {
        events.forEach(this::accept);
    }

    private void accept(ContributionEvent told) {
        var event = withoutErased(told);
        Contribution known = Contribution.findById(event.id());
        if (Conference.isDeleted(event.conferenceId())) {
            keep(known, event.erased());
        } else {
            act(known, event);
            keep(known, event);
        }
    }

    private static ContributionEvent withoutErased(ContributionEvent told) {
        var erased = KnownPresenter.erasedAmong(
                told.presenters().stream().map(Presenter::id).toList());
        return erased.isEmpty() ? told : told.without(erased);
    }

    private static void keep(Contribution known, ContributionEvent event) {
        if (known == null) {
            new Contribution(event).persist();
        } else if (known.isOlderThan(event)) {
            known.take(event);
        }
    }

    private void act(Contribution known, ContributionEvent event) {
        if (known != null && known.isOlderThan(event)) {
            changeSchedule(known, event);
        }
    }

    private void changeSchedule(Contribution known, ContributionEvent event) {
        if (event.isGoneWithItsConference()) {
            // Freed, its slot would be told as cancelled. All of them are erased with the conference, of which this is
            // the herald.
            editing.apply(known.conferenceId(), Signature.of(event.announced(), false), new Unpublish());
        } else if (known.isFreedBy(event)) {
            var by = Signature.of(event.announced(), known.announcesMore(event));
            editing.apply(known.conferenceId(), by, new Withdraw(known.number(), known.id()));
        }
        if (known.looksDifferentIn(event)
                && StoredTimetable.of(known.conferenceId())
                        .slot(known.id())
                        .filter(Slot::isPlaced)
                        .isPresent()) {
            StoredTimetable.of(known.conferenceId()).schedule().agendaChanged(Instant.now());
        }
    }
}
