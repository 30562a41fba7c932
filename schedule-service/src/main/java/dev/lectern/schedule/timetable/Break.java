package dev.lectern.schedule.timetable;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Coffee, lunch, a walk: in one room, which it then takes, or in all rooms, which it leaves to whoever needs one. */
@Entity
@DiscriminatorValue("BREAK")
public class Break extends Booking {

    private String title;
    private String description;
    private int sequence;
    private Instant changedAt;

    @Transient
    private boolean removed;

    protected Break() {}

    public Break(UUID conferenceId, UUID id) {
        super(id, conferenceId);
        this.changedAt = Instant.EPOCH;
        this.sequence = -1;
    }

    /** By start, then title. */
    public static List<Break> of(UUID conference) {
        return list(
                "from Break b left join fetch b.room where b.conferenceId = ?1 order by b.startsAt, b.title, b.id",
                conference);
    }

    public static Optional<Break> of(UUID conference, UUID id) {
        return find("conferenceId = ?1 and id = ?2", conference, id).firstResultOptional();
    }

    /** The breaks in a room that lie wholly within a range, by start. */
    public static List<Break> within(Room room, TimeRange range) {
        return list(
                "room = ?1 and startsAt >= ?2 and endsAt <= ?3 order by startsAt, id",
                room,
                range.start(),
                range.end());
    }

    /** The breaks that are in a room during some of a range, and those in all rooms, by start. */
    public static List<Break> meeting(Room room, UUID conference, TimeRange range) {
        return list(
                "conferenceId = ?1 and (room = ?2 or room is null) and startsAt < ?3 and endsAt > ?4 order by startsAt, id",
                conference,
                room,
                range.end(),
                range.start());
    }

    public void describe(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** At once, so that one with the same id may come back. */
    public void remove() {
        delete();
        flush();
        removed = true;
    }

    /** Notes that it was altered. */
    public void revise(Instant at) {
        sequence++;
        changedAt = at;
    }

    @Override
    public String called() {
        return "the break “" + title + "”";
    }

    @Override
    int rank() {
        return 0;
    }

    public BreakState state(ZoneId zone) {
        return new BreakState(
                id(),
                title,
                description,
                room() == null ? null : room().named(),
                when().start().atZone(zone).toOffsetDateTime(),
                when().end().atZone(zone).toOffsetDateTime(),
                when().minutes(),
                zone.getId());
    }

    @Override
    public boolean exclusive() {
        return !removed && super.exclusive();
    }

    public boolean removed() {
        return removed;
    }

    public String title() {
        return title;
    }

    /** How often it was altered. */
    public int sequence() {
        return sequence;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
