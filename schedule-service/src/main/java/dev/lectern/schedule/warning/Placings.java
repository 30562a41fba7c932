package dev.lectern.schedule.warning;

import dev.lectern.schedule.availability.Availability;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.warning.Placing.Person;
import dev.lectern.schedule.warning.Placing.Venue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;

/** What the rules look at, of talks and breaks that are placed. */
final class Placings {

    private final Map<UUID, Contribution> contributions;
    private final Map<UUID, List<TimeRange>> available;
    private final Map<UUID, Venue> venues;

    private Placings(Collection<Booking> placed) {
        contributions = contributions(placed);
        var rooms = placed.stream()
                .map(Booking::room)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        available = Availability.limitsOf(Stream.concat(rooms.stream().map(Room::id), presenters())
                .distinct()
                .toList());
        venues = rooms.stream().collect(Collectors.toMap(Room::id, this::venue));
    }

    static List<Placing> of(Collection<? extends Booking> bookings) {
        var placed = bookings.stream().filter(Booking::isPlaced).collect(Collectors.<Booking>toList());
        if (placed.isEmpty()) {
            return List.of();
        }
        var placings = new Placings(placed);
        return placed.stream().map(placings::placing).toList();
    }

    private static Map<UUID, Contribution> contributions(Collection<Booking> placed) {
        return Contribution.getEntityManager()
                .unwrap(Session.class)
                .findMultiple(
                        Contribution.class,
                        placed.stream()
                                .filter(Slot.class::isInstance)
                                .map(Booking::id)
                                .toList(),
                        SessionCheckMode.ENABLED)
                .stream()
                .collect(Collectors.toMap(Contribution::id, Function.identity()));
    }

    private Stream<UUID> presenters() {
        return contributions.values().stream()
                .flatMap(contribution -> contribution.presenters().stream())
                .map(Presenter::id);
    }

    private Placing placing(Booking booking) {
        return booking instanceof Break pause ? placing(pause) : placing((Slot) booking);
    }

    private Placing placing(Break pause) {
        return new Placing(
                pause.id(),
                null,
                pause.title(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                pause.room() == null ? null : venues.get(pause.room().id()),
                pause.when());
    }

    private Placing placing(Slot slot) {
        var talk = contributions.get(slot.contributionId());
        return new Placing(
                talk.id(),
                talk.number(),
                talk.title(),
                talk.track(),
                talk.durationMinutes().orElse(null),
                null,
                List.of(),
                talk.presenters().stream().map(this::person).toList(),
                venues.get(slot.room().id()),
                slot.when());
    }

    private Person person(Presenter presenter) {
        return new Person(presenter.id(), presenter.name(), null, availableFor(presenter.id()));
    }

    private Venue venue(Room room) {
        var details = room.details();
        return new Venue(
                room.id(),
                room.slug(),
                details.name(),
                details.capacity(),
                details.exclusive(),
                details.features(),
                details.changeoverMinutes(),
                availableFor(room.id()));
    }

    private List<TimeRange> availableFor(UUID subject) {
        return available.getOrDefault(subject, List.of());
    }
}
