package dev.lectern.schedule.warning;

import dev.lectern.schedule.availability.Availability;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Contributions;
import dev.lectern.schedule.replica.KnownPresenter;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.Presenters;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Break;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.TimeRange;
import dev.lectern.schedule.warning.Placing.Kind;
import dev.lectern.schedule.warning.Placing.Person;
import dev.lectern.schedule.warning.Placing.Venue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules look at, of talks, breaks and sessions that are placed. */
final class Placings {

    private final Map<UUID, Contribution> contributions;
    private final Map<UUID, KnownPresenter> presenters;
    private final Map<UUID, List<TimeRange>> available;
    private final Map<UUID, Venue> venues;

    private Placings(
            Collection<Booking> placed,
            Map<UUID, Contribution> contributions,
            Map<UUID, KnownPresenter> presenters,
            Map<UUID, List<TimeRange>> available) {
        this.contributions = contributions;
        this.presenters = presenters;
        this.available = available;
        this.venues = rooms(placed).collect(Collectors.toMap(Room::id, this::venue));
    }

    static List<Placing> of(Collection<? extends Booking> bookings) {
        var placed = bookings.stream().filter(Booking::isPlaced).collect(Collectors.<Booking>toList());
        if (placed.isEmpty()) {
            return List.of();
        }
        var contributions = contributions(placed);
        var people = Stream.concat(presenting(contributions), chairing(placed))
                .distinct()
                .toList();
        var limited =
                Stream.concat(rooms(placed).map(Room::id), people.stream()).toList();
        var placings = new Placings(placed, contributions, Presenters.withIds(people), Availability.limitsOf(limited));
        return placed.stream().map(placings::placing).toList();
    }

    /** Of what is placed with nothing near it, and with no limits: then its presenters are only named. */
    static List<Placing> ofOneAlone(Booking placed) {
        var one = List.of(placed);
        return List.of(new Placings(one, contributions(one), Map.of(), Map.of()).placing(placed));
    }

    /** Of the talks among them, by id. */
    static Map<UUID, Contribution> contributions(Collection<? extends Booking> placed) {
        return Contributions.withIds(
                placed.stream().filter(Slot.class::isInstance).map(Booking::id).toList());
    }

    private static Stream<Room> rooms(Collection<Booking> placed) {
        return placed.stream().map(Booking::room).filter(Objects::nonNull).distinct();
    }

    private static Stream<UUID> chairing(Collection<Booking> placed) {
        return placed.stream()
                .filter(Session.class::isInstance)
                .flatMap(session -> ((Session) session).chairs().stream());
    }

    private static Stream<UUID> presenting(Map<UUID, Contribution> contributions) {
        return contributions.values().stream()
                .flatMap(contribution -> contribution.presenters().stream())
                .map(Presenter::id);
    }

    private Placing placing(Booking booking) {
        if (booking instanceof Break pause) {
            return placing(pause);
        }
        return booking instanceof Session session ? placing(session) : placing((Slot) booking);
    }

    private Placing placing(Break pause) {
        return new Placing(
                Kind.BREAK,
                pause.id(),
                null,
                pause.title(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                pause.room() == null ? null : venues.get(pause.room().id()),
                pause.when());
    }

    private Placing placing(Session session) {
        return new Placing(
                Kind.SESSION,
                session.id(),
                null,
                session.title(),
                null,
                null,
                null,
                List.of(),
                session.chairs().stream().map(chair -> person(chair, "")).toList(),
                null,
                venues.get(session.room().id()),
                session.when());
    }

    private Placing placing(Slot slot) {
        var talk = contributions.get(slot.id());
        return new Placing(
                Kind.TALK,
                talk.id(),
                talk.number(),
                talk.title(),
                talk.track(),
                talk.durationMinutes().orElse(null),
                talk.expectedAudience(),
                talk.features(),
                talk.presenters().stream()
                        .map(presenter -> person(presenter.id(), presenter.name()))
                        .toList(),
                slot.sessionId(),
                venues.get(slot.room().id()),
                slot.when());
    }

    /** @param name while nothing else is known of them */
    private Person person(UUID id, String name) {
        return Optional.ofNullable(presenters.get(id))
                .map(known -> new Person(id, known.named().name(), known.changeoverMinutes(), availableFor(id)))
                .orElseGet(() -> new Person(id, name, null, availableFor(id)));
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
