package dev.lectern.notification.replica;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.ParkedRecords;
import dev.lectern.chassis.events.Topic;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps the replica of addresses. They come before their presenters or after them; of who is nobody any more none is
 * kept.
 */
@ApplicationScoped
@Priority(1) // Who is gone is not told of the talks that go with them.
class AddressEvents implements EventHandler<AddressEvent> {

    private final Event<StatesArriving> arriving;
    private final ParkedRecords parked;

    AddressEvents(Event<StatesArriving> arriving, ParkedRecords parked) {
        this.arriving = arriving;
        this.parked = parked;
    }

    @Override
    public Topic<AddressEvent> topic() {
        return Topic.of("catalog", "address", AddressEvent.class);
    }

    @Override
    public void lock(List<AddressEvent> events) {
        var ids = events.stream().map(AddressEvent::id).collect(Collectors.toSet());
        arriving.fire(StatesArriving.ofPresenters(FormerPresenter.withPredecessors(ids)));
    }

    @Override
    public void accept(List<AddressEvent> told) {
        var gone = Conference.deletedAmong(told.stream().map(AddressEvent::conferenceId));
        told.stream()
                .filter(event -> !event.deleted())
                .collect(Collectors.groupingBy(
                        AddressEvent::revisionsFrom, Collectors.mapping(AddressEvent::id, Collectors.toList())))
                .forEach((from, presenters) -> FormerPresenter.knownAgain(presenters, from));
        var identities =
                FormerPresenter.identities(told.stream().map(AddressEvent::id).toList());
        var events = told.stream()
                .map(event -> gone.has(event.conferenceId(), event.revisionsFrom()) || identities.isFormer(event.id())
                        ? event.erased()
                        : event)
                .toList();
        Address.store(events).stream().filter(AddressEvent::deleted).forEach(event -> {
            Address.forget(event.id());
            parked.forgetAllAbout(event.id());
        });
    }

    @Override
    public List<AddressEvent> gone(long revision, int most) {
        return Address.gone(revision, most);
    }
}
