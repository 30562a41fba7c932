package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.Alterable;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.Snapshot;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What an edit has altered: what was moved and moved back is not. */
final class Alterations {

    private final Supplier<ZoneId> zone;
    /** How each was before. */
    private final Map<Booking, Snapshot> bookings = new LinkedHashMap<>();

    private final Map<Room, Snapshot> rooms = new LinkedHashMap<>();
    private final Set<Alterable> added = new LinkedHashSet<>();

    /** @param zone that of the edit, which may alter it */
    Alterations(Supplier<ZoneId> zone) {
        this.zone = zone;
    }

    /** Keeps how it is before it is altered. */
    void remember(Booking booking) {
        if (!bookings.containsKey(booking)) {
            bookings.put(booking, now(booking));
        }
    }

    void remember(Room room) {
        if (!rooms.containsKey(room)) {
            rooms.put(room, now(room));
        }
    }

    void add(Booking booking) {
        bookings.put(booking, Snapshot.empty());
        added.add(booking);
    }

    void add(Room room) {
        rooms.put(room, Snapshot.empty());
        added.add(room);
    }

    /** All that operations have had in their hands, whether there is something different about it or not. */
    Set<Booking> touched() {
        return bookings.keySet();
    }

    /** What is different, and how it was and is. */
    record Difference(List<Booking> bookings, Snapshot before, Snapshot after) {}

    /** New is only what has come to a place. */
    Difference difference() {
        var difference = new Difference(new ArrayList<>(), Snapshot.empty(), Snapshot.empty());
        bookings.forEach((booking, was) -> {
            var is = now(booking);
            if (!is.equals(was) && (booking.isPlaced() || !added.contains(booking))) {
                difference.bookings().add(booking);
                difference.before().addAll(was);
                difference.after().addAll(is);
            }
        });
        for (var room : rooms()) {
            difference.before().addAll(rooms.get(room));
            difference.after().addAll(now(room));
        }
        return difference;
    }

    private List<Room> rooms() {
        return rooms.keySet().stream()
                .filter(room -> !now(room).equals(rooms.get(room)))
                .toList();
    }

    List<Booking> addedBookings() {
        return bookings.keySet().stream()
                .filter(booking -> booking.isPlaced() && added.contains(booking))
                .toList();
    }

    List<Room> addedRooms() {
        return rooms.keySet().stream().filter(added::contains).toList();
    }

    /** How it was before; nothing, where it is new. */
    Snapshot before(Booking booking) {
        return bookings.getOrDefault(booking, Snapshot.empty());
    }

    private static Snapshot together(Stream<Snapshot> parts) {
        var all = Snapshot.empty();
        parts.forEach(all::addAll);
        return all;
    }

    /** The numbers of the talks that operations have had in their hands. */
    Set<Integer> talksTouched() {
        return together(bookings.keySet().stream().map(this::now)).slots().keySet();
    }

    /**
     * The slugs of the rooms that were altered, and of those in which something was or is that operations have had in
     * their hands.
     */
    Set<String> roomsTouched() {
        var before = together(bookings.values().stream()).roomSlugs();
        var all = new ArrayList<Alterable>(bookings.keySet());
        all.addAll(rooms());
        var slugs = new TreeSet<>(before);
        slugs.addAll(together(all.stream().map(this::now)).roomSlugs());
        rooms().forEach(room -> slugs.add(room.slug()));
        return slugs;
    }

    private Snapshot now(Alterable one) {
        return Snapshot.of(one, zone.get());
    }
}
