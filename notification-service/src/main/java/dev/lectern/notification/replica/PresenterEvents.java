package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the replica of presenters. */
@ApplicationScoped
class PresenterEvents implements EventHandler<PresenterEvent> {

    private final Touches touches;

    PresenterEvents(Touches touches) {
        this.touches = touches;
    }

    @Override
    public String topic() {
        return "lectern.catalog.presenter.v1";
    }

    @Override
    public String type() {
        return "dev.lectern.presenter.v1";
    }

    @Override
    public Class<PresenterEvent> event() {
        return PresenterEvent.class;
    }

    @Override
    public void lock(List<PresenterEvent> events) {
        touches.presenters(events);
    }

    @Override
    public void accept(PresenterEvent event) {
        Presenter.store(Conference.isDeleted(event.conferenceId()) ? event.erased() : event);
    }
}
