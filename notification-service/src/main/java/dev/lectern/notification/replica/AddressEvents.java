package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.ParkedRecords;
import dev.lectern.chassis.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the replica of addresses. They come before their presenters or after them; of who is nobody any more none is kept. */
@ApplicationScoped
class AddressEvents implements EventHandler<AddressEvent> {

    private final Touches touches;
    private final ParkedRecords parked;

    AddressEvents(Touches touches, ParkedRecords parked) {
        this.touches = touches;
        this.parked = parked;
    }

    @Override
    public Topic<AddressEvent> topic() {
        return Topic.of("catalog", "address", AddressEvent.class);
    }

    @Override
    public void lock(List<AddressEvent> events) {
        touches.presenters(events.stream().map(AddressEvent::id));
    }

    @Override
    public void accept(List<AddressEvent> told) {
        var gone = Conference.deletedAmong(told.stream().map(AddressEvent::conferenceId));
        var identities = Identities.of(told.stream().map(AddressEvent::id).toList());
        var events = told.stream()
                .map(event ->
                        gone.contains(event.conferenceId()) || identities.isFormer(event.id()) ? event.erased() : event)
                .toList();
        Address.store(events).stream()
                .filter(AddressEvent::deleted)
                .forEach(event -> parked.forgetAllAbout(event.id()));
    }
}
