package dev.lectern.schedule.replica;

import dev.lectern.chassis.access.Members;
import dev.lectern.chassis.events.Announcement;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A conference, as the catalog last told. */
@Entity
@Immutable
public class Conference {

    @Id
    private UUID id;

    private String slug;
    private String title;
    private String timeZone;
    private List<LocalDate> days;
    private List<String> organisers;
    private List<String> viewers;

    @JdbcTypeCode(SqlTypes.JSON)
    private Look look;

    private long revision;
    private long revisionsFrom;
    private boolean deleted;
    private long announcedRevision;

    protected Conference() {}

    /** Whether the agenda would look different after this event. */
    public boolean looksDifferentIn(ConferenceEvent event) {
        return !title.equals(event.title())
                || !timeZone.equals(event.timeZone())
                || !days.equals(event.days())
                || !look.equals(event.look())
                || deleted != event.deleted();
    }

    public boolean isOlderThan(ConferenceEvent event) {
        return revision < event.revision();
    }

    public boolean announcesMore(ConferenceEvent event) {
        return Announcement.revisionOf(event.announced()) > announcedRevision;
    }

    long announcedRevision() {
        return announcedRevision;
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

    public Look look() {
        return look;
    }

    /** Whether it is gone for an event too: one of a catalog that was restored since may bring it back. */
    boolean isDeletedFor(long revisionsFrom) {
        return deleted && this.revisionsFrom >= revisionsFrom;
    }

    public boolean isDeleted() {
        return deleted;
    }

    /** Who may edit the schedule, and who may only look. */
    Members members() {
        return new Members(organisers, viewers);
    }
}
