package dev.lectern.schedule.replica;

import dev.lectern.chassis.access.Members;
import dev.lectern.chassis.events.Announcement;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A conference, as the catalog last told. */
@Entity
public class Conference extends PanacheEntityBase {

    @Id
    private UUID id;

    private String slug;
    private String title;
    private String timeZone;
    private List<LocalDate> days;
    private List<String> organisers;
    private List<String> viewers;
    private long revision;
    private boolean deleted;
    private long announcedRevision;

    protected Conference() {}

    public Conference(ConferenceEvent event) {
        this.id = event.id();
        this.slug = event.slug();
        take(event);
    }

    public static Optional<Conference> named(String slug) {
        return find("slug = ?1 and not deleted", slug).firstResultOptional();
    }

    /** Whether it was told to be gone; false of one that nothing is known of yet. */
    public static boolean isDeleted(UUID id) {
        Conference known = findById(id);
        return known != null && known.deleted;
    }

    /**
     * Keeps news of this conference, its deletion above all, out until the transaction ends. Empty once it is deleted.
     */
    public static Optional<Conference> lock(UUID id) {
        return Conference.<Conference>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(conference -> !conference.deleted);
    }

    /** Makes this what the event says. The slug stays: it never changes, and a deletion blanks it. */
    public final void take(ConferenceEvent event) {
        title = event.title();
        timeZone = event.timeZone();
        days = event.days();
        organisers = event.organisers();
        viewers = event.viewers();
        revision = event.revision();
        deleted = event.deleted();
        announcedRevision = Math.max(announcedRevision, Announcement.revisionOf(event.announced()));
    }

    /** Comes before {@link #take} when talks have to be re-read in the new zone. */
    public void moveTo(ZoneId zone) {
        timeZone = zone.getId();
    }

    /** Whether the agenda would look different after this event. */
    public boolean looksDifferentIn(ConferenceEvent event) {
        return !title.equals(event.title())
                || !timeZone.equals(event.timeZone())
                || !days.equals(event.days())
                || deleted != event.deleted();
    }

    public boolean isOlderThan(ConferenceEvent event) {
        return revision < event.revision();
    }

    public boolean announcesMore(ConferenceEvent event) {
        return Announcement.revisionOf(event.announced()) > announcedRevision;
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    public List<LocalDate> days() {
        return days;
    }

    /** Who may edit the schedule, and who may only look. */
    Members members() {
        return new Members(organisers, viewers);
    }
}
