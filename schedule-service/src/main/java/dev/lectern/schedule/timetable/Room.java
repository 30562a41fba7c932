package dev.lectern.schedule.timetable;

import dev.lectern.chassis.problem.Suggestion;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A room of a conference. It is told from others by its slug, which outlives every rename, and listed as created. */
@Entity
public class Room implements Alterable {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private String slug;
    private String name;
    private Integer capacity;
    private boolean exclusive;
    private List<String> features;
    private Integer changeoverMinutes;
    private String importedAs;
    private int position;
    private long revision;
    private boolean removed;

    protected Room() {}

    public Room(UUID conferenceId, String slug, RoomDetails details, int position) {
        this.id = UUID.randomUUID();
        this.conferenceId = conferenceId;
        this.slug = slug;
        this.position = position;
        this.revision = 1;
        take(details);
    }

    /** Says that there is no room with a slug, and which of these is meant perhaps. */
    public static String absent(String slug, List<Room> rooms) {
        return Suggestion.instead(
                "room",
                slug,
                rooms.stream().filter(room -> !room.removed).map(Room::slug).toList());
    }

    public void become(RoomDetails details) {
        if (!details.equals(details())) {
            take(details);
            revision++;
        }
    }

    private void take(RoomDetails details) {
        name = details.name();
        capacity = details.capacity();
        exclusive = details.exclusive();
        features = details.features();
        changeoverMinutes = details.changeoverMinutes();
    }

    public void remove() {
        removed = true;
        revision++;
    }

    /** Takes a removal back. */
    public void bringBack() {
        if (removed) {
            removed = false;
            revision++;
        }
    }

    public RoomName named() {
        return new RoomName(slug, name);
    }

    public RoomDetails details() {
        return new RoomDetails(name, capacity, exclusive, features, changeoverMinutes);
    }

    /** What files call it, whatever it was renamed to; null where none was read. */
    public String importedAs() {
        return importedAs;
    }

    public void importedAs(String name) {
        importedAs = name;
    }

    @Override
    public void addTo(Snapshot snapshot, ZoneId zone) {
        current().ifPresent(details -> snapshot.rooms().put(slug, details));
    }

    /** Empty when it was removed. */
    public Optional<RoomDetails> current() {
        return Optional.of(details()).filter(details -> !removed);
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public int position() {
        return position;
    }

    public boolean exclusive() {
        return exclusive;
    }

    public boolean removed() {
        return removed;
    }

    public long revision() {
        return revision;
    }
}
