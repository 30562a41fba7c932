package dev.lectern.catalog.presenter;

import dev.lectern.catalog.conference.Conference;
import dev.lectern.chassis.republication.Announced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The presenters of each conference, with their addresses. Of those who are gone nothing is left to be announced. */
@ApplicationScoped
class AnnouncedPresenters implements Announced {

    private final Presenters presenters;

    AnnouncedPresenters(Presenters presenters) {
        this.presenters = presenters;
    }

    @Override
    public String topic() {
        return PresenterEvent.TOPIC;
    }

    @Override
    public List<UUID> owners() {
        return Conference.everyId();
    }

    @Override
    public List<UUID> announceAgain(UUID owner, UUID after, int most) {
        Conference.lockEver(owner);
        var next = Presenter.after(owner, after, most);
        next.forEach(presenters::publish);
        return next.stream().map(Presenter::id).toList();
    }
}
