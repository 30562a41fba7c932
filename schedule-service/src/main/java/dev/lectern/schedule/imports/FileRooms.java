package dev.lectern.schedule.imports;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.schedule.edit.AddRoom;
import dev.lectern.schedule.edit.ChangeRoom;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Room;
import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.RoomSlug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The rooms that a file names: each is one that was imported under that name, else one that is called so, else a new
 * one. Of several that are called the same, all but the first are also told by their slugs.
 */
final class FileRooms {

    private final Map<String, Room> imported = new HashMap<>();
    private final Map<String, Room> called = new HashMap<>();
    private final Map<String, String> slugs = new LinkedHashMap<>();
    private final List<String> used;

    FileRooms(UUID conference) {
        var timetable = StoredTimetable.of(conference);
        used = new ArrayList<>(timetable.rooms().stream().map(Room::slug).toList());
        for (var room : timetable.presentRooms()) {
            called.putIfAbsent(PlainText.folded(room.named().name()), room);
            called.putIfAbsent(PlainText.folded(room.named().withSlug()), room);
            if (room.importedAs() != null) {
                imported.putIfAbsent(PlainText.folded(room.importedAs()), room);
            }
        }
    }

    /** Empty when it has to be created. */
    Optional<Room> known(String name) {
        var folded = PlainText.folded(name);
        return Optional.ofNullable(imported.getOrDefault(folded, called.get(folded)));
    }

    /** Whether a room is called so here. */
    static boolean isCalled(Room room, String name) {
        return Stream.of(room.named().name(), room.named().withSlug())
                .map(PlainText::folded)
                .anyMatch(PlainText.folded(name)::equals);
    }

    /** Notes what a file calls a room, unless that is what it is called here beside what files call it. */
    static void remember(Room room, String name) {
        if (room.importedAs() == null || !isCalled(room, name)) {
            room.importedAs(name);
        }
    }

    /** The slug that a room has, or will have. */
    String slug(String name) {
        return slugs.computeIfAbsent(
                PlainText.folded(name), any -> known(name).map(Room::slug).orElseGet(() -> newSlug(name)));
    }

    private String newSlug(String name) {
        var slug = RoomSlug.from(name, used);
        used.add(slug);
        return slug;
    }

    /** What makes it a room in which the file's talks can be; none where it is one already. */
    Optional<Operation> prepare(String name, boolean doubleBooked) {
        var room = known(name);
        if (room.isEmpty()) {
            return Optional.of(new AddRoom(slug(name), new RoomDetails(name, null, !doubleBooked)));
        }
        var details = room.get().details();
        return doubleBooked && details.exclusive()
                ? Optional.of(new ChangeRoom(room.get().slug(), details.sharedByTalks()))
                : Optional.empty();
    }
}
