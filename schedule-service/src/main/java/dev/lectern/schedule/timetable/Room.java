package dev.lectern.schedule.timetable;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.problem.Suggestion;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A room of a conference. It is told from others by its slug, which outlives every rename, and listed as created. */
@Entity
public class Room extends PanacheEntityBase {

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

    /** As created. */
    public static List<Room> of(UUID conference) {
        return list("conferenceId = ?1 and not removed order by position", conference);
    }

    /** As created, with those that were removed. */
    public static List<Room> ever(UUID conference) {
        return list("conferenceId = ?1 order by position", conference);
    }

    /** The next ones as created, from behind a position. */
    public static List<Room> after(UUID conference, long position, int limit) {
        return find("conferenceId = ?1 and not removed and position > ?2 order by position", conference, position)
                .page(0, limit)
                .list();
    }

    /** The last ones that were added, in their order. */
    public static List<Room> newest(UUID conference, int count) {
        var found = Room.<Room>find("conferenceId = ?1 order by position desc", conference)
                .page(0, count)
                .list();
        return found.stream().sorted(Comparator.comparing(Room::position)).toList();
    }

    public static Room newest(UUID conference) {
        return find("conferenceId = ?1 and not removed order by position desc", conference)
                .firstResult();
    }

    public static Optional<Room> withSlug(UUID conference, String slug) {
        return find("conferenceId = ?1 and slug = ?2 and not removed", conference, slug)
                .firstResultOptional();
    }

    /**
     * The one that a caller names.
     *
     * @param refusal of the sentence that says that there is none, and which is meant perhaps
     */
    public static Room named(UUID conference, String slug, Function<String, Refused> refusal) {
        return withSlug(conference, slug)
                .orElseThrow(() -> refusal.apply(Suggestion.instead(
                        "room", slug, of(conference).stream().map(Room::slug).toList())));
    }

    /** The rooms that have or had one of these slugs. */
    public static List<Room> everWithSlugs(UUID conference, Collection<String> slugs) {
        return list("conferenceId = ?1 and slug in ?2", conference, slugs);
    }

    /** Every slug that a room of this conference has or had. */
    public static List<String> slugsEverUsed(UUID conference) {
        return find("select slug from Room where conferenceId = ?1", conference)
                .project(String.class)
                .list();
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
