package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.ParkedRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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
    public String topic() {
        return "lectern.catalog.address.v1";
    }

    @Override
    public String type() {
        return "dev.lectern.address.v1";
    }

    @Override
    public Class<AddressEvent> event() {
        return AddressEvent.class;
    }

    @Override
    public void lock(List<AddressEvent> events) {
        touches.presenters(events.stream().map(AddressEvent::id));
    }

    @Override
    public void accept(AddressEvent told) {
        var event = isOfNobody(told) ? told.erased() : told;
        if (Address.store(event) && event.deleted()) {
            parked.forgetAllAbout(event.id());
        }
    }

    private static boolean isOfNobody(AddressEvent told) {
        var today = Identities.of(List.of(told.id())).today(told.id());
        return Conference.isDeleted(told.conferenceId()) || !today.equals(Optional.of(told.id()));
    }
}
