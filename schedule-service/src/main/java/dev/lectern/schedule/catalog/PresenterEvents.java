package dev.lectern.schedule.catalog;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.ParkedRecords;
import dev.lectern.chassis.events.Topic;
import dev.lectern.chassis.idempotency.StoredAnswers;
import dev.lectern.schedule.availability.Availabilities;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.edit.ErasePresenter;
import dev.lectern.schedule.edit.MergePresenter;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.replica.PresenterEvent;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps the names of presenters. The agenda says who chairs its sessions. Where one becomes another one, or nobody,
 * that is a change of the schedule which nobody is told of: what they were told goes on, or is not for them any more.
 */
@ApplicationScoped
class PresenterEvents implements EventHandler<PresenterEvent> {

    private final Editing editing;
    private final Availabilities availabilities;
    private final ParkedRecords parked;
    private final StoredAnswers answers;

    PresenterEvents(Editing editing, Availabilities availabilities, ParkedRecords parked, StoredAnswers answers) {
        this.editing = editing;
        this.availabilities = availabilities;
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
    public void accept(List<PresenterEvent> events) {
        events.forEach(this::accept);
    }

    private void accept(PresenterEvent told) {
        var event = Conference.isDeleted(told.conferenceId()) ? told.erased() : told;
        KnownPresenter known = KnownPresenter.findById(event.id());
        if (known == null || known.isOlderThan(event)) {
            if (KnownPresenter.closesCircle(event)) {
                throw new IllegalStateException("the presenter is merged into themselves, at first or second hand");
            }
            var before = known == null ? "" : known.named().name();
            keep(known, event);
            if (!before.equals(event.name())
                    && StoredTimetable.of(event.conferenceId()).hasChair(event.id())) {
                StoredTimetable.of(event.conferenceId()).schedule().agendaChanged(Instant.now());
            }
            if (event.deleted()) {
                bury(event, before);
            }
        }
    }

    /** Written at once: what follows asks the database who is who. */
    private static void keep(KnownPresenter known, PresenterEvent event) {
        if (known == null) {
            new KnownPresenter(event).persist();
        } else {
            known.take(event);
        }
        KnownPresenter.flush();
    }

    private void bury(PresenterEvent event, String name) {
        var today = KnownPresenter.today(List.of(event.id()));
        if (today.isEmpty()) {
            erase(event, name);
        } else {
            availabilities.follow(event.conferenceId(), event.id(), today.get(0));
            change(event, new MergePresenter(event.id(), today.get(0)));
        }
        parked.forgetAllAbout(event.id());
    }

    private void erase(PresenterEvent event, String name) {
        availabilities.forget(event.id());
        change(event, new ErasePresenter(event.id()));
        var listing = Contribution.presentedBy(event.conferenceId(), event.id());
        listing.forEach(contribution -> contribution.forget(event.id()));
        if (!listing.isEmpty()) {
            StoredTimetable.of(event.conferenceId()).schedule().agendaChanged(Instant.now());
        }
        Optional.<Conference>ofNullable(Conference.findById(event.conferenceId()))
                .ifPresent(conference -> answers.forgetAllQuoting(
                        "/schedule/conferences/" + conference.slug(),
                        Stream.of(event.id().toString(), name)
                                .filter(trait -> !trait.isEmpty())
                                .toList()));
    }

    /** A conference that is not known yet, or no longer there, has no schedule that could change. */
    private void change(PresenterEvent event, Operation operation) {
        Conference conference = Conference.findById(event.conferenceId());
        if (conference != null && !Conference.isDeleted(event.conferenceId())) {
            editing.apply(event.conferenceId(), Signature.of(null, false), operation);
        }
    }
}
