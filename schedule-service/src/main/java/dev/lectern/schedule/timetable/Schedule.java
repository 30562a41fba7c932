package dev.lectern.schedule.timetable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The schedule of a conference. Its version rises by one with every change; the revision of its agenda rises whenever
 * the published agenda looks different, by a change or by news from the catalog.
 */
@Entity
public class Schedule {

    @Id
    private UUID conferenceId;

    private long version;
    private Instant publishedAt;
    private long agendaRevision;
    private Instant agendaChangedAt;

    protected Schedule() {}

    /** One that nobody has edited yet. */
    public Schedule(UUID conferenceId) {
        this.conferenceId = conferenceId;
    }

    public void publish(Instant at) {
        publishedAt = at;
    }

    /** Its readers are to notice, so this is a state of the agenda too. */
    public void unpublish() {
        if (isPublished()) {
            agendaRevision++;
            publishedAt = null;
        }
    }

    /** The version that the next change makes. */
    public long nextVersion() {
        return ++version;
    }

    /** Nobody sees an agenda of a schedule that is not public, so nothing about it changes. */
    public void agendaChanged(Instant at) {
        if (isPublished()) {
            agendaRevision++;
            agendaChangedAt = at;
        }
    }

    public boolean isPublished() {
        return publishedAt != null;
    }

    public UUID conferenceId() {
        return conferenceId;
    }

    public long version() {
        return version;
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public long agendaRevision() {
        return agendaRevision;
    }

    public Instant agendaChangedAt() {
        return agendaChangedAt;
    }
}
