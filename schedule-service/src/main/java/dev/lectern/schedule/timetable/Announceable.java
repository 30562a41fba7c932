package dev.lectern.schedule.timetable;

import dev.lectern.chassis.events.Announcement;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A booking that people are told of. Its revision is the version of the schedule that last altered it; {@code sequence}
 * counts the changes of the state that was sent out, from 0.
 */
@Entity
public abstract class Announceable extends Booking {

    private long revision;
    private int sequence;

    @JdbcTypeCode(SqlTypes.JSON)
    private Announcement announced;

    private Instant changedAt;

    Announceable() {}

    Announceable(UUID id, UUID conferenceId) {
        super(id, conferenceId);
        this.changedAt = Instant.EPOCH;
    }

    @Override
    public void revise(long version, Instant at, Optional<Announcement> announcement) {
        revision = version;
        changedAt = at;
        announced = announcement.orElse(announced);
    }

    void countChange() {
        sequence++;
    }

    public long revision() {
        return revision;
    }

    public int sequence() {
        return sequence;
    }

    public Announcement announced() {
        return announced;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
