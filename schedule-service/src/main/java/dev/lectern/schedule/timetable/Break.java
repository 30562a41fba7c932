package dev.lectern.schedule.timetable;

import dev.lectern.chassis.events.Announcement;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

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

    public void describe(String title, String description) {
        this.title = title;
        this.description = description;
    }

    @Override
    public void giveWay() {
        removed = true;
    }

    /** Brings it back, if it was taken away in the same edit. */
    @Override
    public void moveTo(Room where, TimeRange when, Integer number) {
        super.moveTo(where, when, number);
        removed = false;
    }

    @Override
    public boolean isPlaced() {
        return super.isPlaced() && !removed;
    }

    @Override
    public boolean isGone() {
        return removed;
    }

    @Override
    public void revise(long version, Instant at, Optional<Announcement> announcement) {
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

    @Override
    public boolean isPause() {
        return true;
    }

    @Override
    public Clash clash(Function<UUID, String> titles, ZoneId zone) {
        return Clash.of(this, zone);
    }

    @Override
    public void addTo(Snapshot snapshot, ZoneId zone) {
        if (isPlaced()) {
            snapshot.breaks().put(id(), state(zone));
        }
    }

    public BreakState state(ZoneId zone) {
        return new BreakState(id(), title, description, place(zone), when().minutes(), zone.getId());
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
