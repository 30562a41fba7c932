package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.ParkedRecords;
import dev.lectern.chassis.events.Topic;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps the replica of presenters. */
@ApplicationScoped
@Priority(1) // Who is gone is not told of the talks that go with them.
class PresenterEvents implements EventHandler<PresenterEvent> {

    private final Event<StatesArriving> arriving;
    private final ParkedRecords parked;
    private final Event<PresenterChanged> changed;

    PresenterEvents(Event<StatesArriving> arriving, ParkedRecords parked, Event<PresenterChanged> changed) {
        this.arriving = arriving;
        this.parked = parked;
        this.changed = changed;
    }

    @Override
    public Topic<PresenterEvent> topic() {
        return Topic.of("catalog", "presenter", PresenterEvent.class);
    }

    @Override
    public void lock(List<PresenterEvent> events) {
        var ids = events.stream().flatMap(event -> event.ids().stream()).collect(Collectors.toSet());
        arriving.fire(StatesArriving.ofPresenters(FormerPresenter.withPredecessors(ids)));
    }

    @Override
    public void accept(List<PresenterEvent> told) {
        var gone = Conference.deletedAmong(told.stream().map(PresenterEvent::conferenceId));
        var events = told.stream()
                .map(event -> gone.has(event.conferenceId(), event.revisionsFrom()) ? event.erased() : event)
                .toList();
        var news = Presenter.store(events);
        if (!news.isEmpty()) {
            news.forEach(this::follow);
            changed.fire(new PresenterChanged(
                    FormerPresenter.idsOf(news.stream().map(PresenterEvent::id).collect(Collectors.toSet()))));
        }
    }

    @Override
    public List<PresenterEvent> gone(long revision, int most) {
        return Presenter.gone(revision, most);
    }

    private void follow(PresenterEvent event) {
        if (!event.deleted()) {
            FormerPresenter.knownAgain(List.of(event.id()), event.revisionsFrom());
        }
        FormerPresenter.merged(event.conferenceId(), event.mergedIds(), event.id(), event.revisionsFrom());
        if (event.deleted()) {
            bury(event);
        }
    }

    /**
     * Whoever they are from now on is listed by events of their own; of nobody no name is kept, nor of who became
     * nobody by it.
     */
    private void bury(PresenterEvent event) {
        if (event.mergedInto() == null) {
            FormerPresenter.erased(event.conferenceId(), List.of(event.id()), event.revisionsFrom());
        } else {
            FormerPresenter.merged(
                    event.conferenceId(), List.of(event.id()), event.mergedInto(), event.revisionsFrom());
        }
        if (FormerPresenter.identities(List.of(event.id())).isErased(event.id())) {
            FormerPresenter.idsOf(event.id()).forEach(id -> Appearance.forget(event.conferenceId(), id));
        }
        Address.forget(event.id());
        Presenter.forgetChoice(event.id());
        parked.forgetAllAbout(event.id());
    }
}
