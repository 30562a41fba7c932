package dev.lectern.schedule.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * The schedule of a conference. Its version rises by one with every change; the revision of its agenda rises whenever the published agenda
 * looks different, by a change or by news from the catalog.
 */
@Entity
public class Schedule extends PanacheEntityBase {

    @Id
    private UUID conferenceId;

    private long version;
    private Instant publishedAt;
    private long agendaRevision;
    private Instant agendaChangedAt;

    protected Schedule() {}

    /** Keeps every other edit and reader-for-edit of this conference out until the transaction ends; comes before any other read. */
    public static Schedule lock(UUID conference) {
        return findById(conference, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks several, in an order that all transactions share, and makes those that are missing. */
    public static void lockAll(Collection<UUID> conferences) {
        var ordered = conferences.stream().distinct().sorted().toList();
        for (var conference : ordered) {
            getEntityManager()
                    .createNativeQuery("insert into schedule (conference_id) values (?1) on conflict do nothing")
                    .setParameter(1, conference)
                    .executeUpdate();
            lock(conference);
        }
    }

    public static Schedule of(UUID conference) {
        return findById(conference);
    }

    void publish(Instant at) {
        publishedAt = at;
    }

    void unpublish() {
        publishedAt = null;
    }

    long nextVersion() {
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
