package dev.lectern.catalog.conference;

import dev.lectern.catalog.CatalogRefusal;
import dev.lectern.chassis.access.Members;
import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A conference: its address, its time, and the people who run it. */
@Entity
public class Conference extends PanacheEntityBase {

    private static final int MOST_MEMBERS = 200;

    @Id
    private UUID id;

    private String slug;
    private String title;
    private boolean titleIsGiven;
    private String timeZone;
    private List<LocalDate> days;
    private List<String> organisers;
    private List<String> viewers;

    @JdbcTypeCode(SqlTypes.JSON)
    private Look look;

    private long revision;
    private Announcement announced;
    private Instant changedAt;
    private boolean deleted;

    protected Conference() {}

    Conference(
            String slug, String title, String timeZone, List<LocalDate> days, Members members, Look look, Instant now) {
        this.id = UUID.randomUUID();
        this.slug = slug;
        this.title = title == null ? slug : title;
        this.titleIsGiven = title != null;
        this.timeZone = known(timeZone);
        this.days = inOrder(days);
        this.organisers = members.editors();
        this.viewers = members.readers();
        this.look = legible(look);
        this.revision = 1;
        this.changedAt = now;
    }

    public static Optional<Conference> withSlug(String slug) {
        return find("slug = ?1 and not deleted", slug).firstResultOptional();
    }

    /**
     * Locks the conference for the rest of the transaction: every write to it or to what belongs to it starts here. One
     * that was deleted since the caller was let in is a 404.
     */
    public static Conference lock(UUID id) {
        return Conference.<Conference>find("id = ?1 and not deleted", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Refused.notFound("The conference was deleted a moment ago"));
    }

    /** Locks the conference for the rest of the transaction, even one that was deleted. */
    public static Conference lockEver(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The ids of all, with those that were deleted. */
    public static List<UUID> everyId() {
        return getEntityManager()
                .createQuery("select id from Conference order by id", UUID.class)
                .getResultList();
    }

    /**
     * Replaces everything but the slug; without a title it is called by that until an import brings one. Returns
     * whether anything is different now.
     */
    boolean replace(String title, String timeZone, List<LocalDate> days, Members members, Look look, Edit edit) {
        var before = state();
        this.titleIsGiven = title != null && (titleIsGiven || !this.title.equals(title));
        this.title = title == null ? slug : title;
        this.timeZone = known(timeZone);
        this.days = inOrder(days);
        this.organisers = members.editors();
        this.viewers = members.readers();
        this.look = legible(look);
        var changed = !before.equals(state());
        if (changed) {
            touch(edit);
        }
        return changed;
    }

    private List<Object> state() {
        return Arrays.asList(title, timeZone, days, members(), look);
    }

    /**
     * Takes the title of an imported file, unless a person has given one. Returns whether the title is different now.
     */
    public boolean adoptTitle(String imported, Edit edit) {
        if (titleIsGiven || imported == null || title.equals(imported)) {
            return false;
        }
        title = imported;
        touch(edit);
        return true;
    }

    /**
     * Lets people in and out. Nobody is mailed about it, so it is never announced. Returns whether anything is
     * different now.
     */
    boolean share(Members members, Instant now) {
        if (members.equals(members())) {
            return false;
        }
        requireShareable(members);
        organisers = members.editors();
        viewers = members.readers();
        touch(new Edit(null, null, null, false, now));
        return true;
    }

    private static void requireShareable(Members members) {
        if (members.editors().isEmpty()) {
            throw CatalogRefusal.LAST_ORGANISER.because("Add another organiser before this one goes");
        }
        if (members.editors().size() > MOST_MEMBERS || members.readers().size() > MOST_MEMBERS) {
            throw Refused.invalid(
                    Fault.inParameter("email", "At most " + MOST_MEMBERS + " organisers and as many viewers"));
        }
    }

    /** Leaves a tombstone, which keeps the slug for ever and says nothing about anybody. */
    void delete(Instant at) {
        deleted = true;
        title = "";
        organisers = List.of();
        viewers = List.of();
        look = null;
        revision++;
        announced = Announcement.withoutWords(announced);
        changedAt = at;
    }

    private void touch(Edit edit) {
        revision++;
        announced = edit.announcement(announced, revision);
        changedAt = edit.at();
    }

    private static String known(String timeZone) {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw Refused.invalid(
                    Fault.at("/timeZone", "This is not a time zone of the IANA database, such as Europe/Paris"));
        }
        return timeZone;
    }

    private static Look legible(Look look) {
        return look == null ? null : look.legible();
    }

    private static List<LocalDate> inOrder(List<LocalDate> days) {
        return days.stream().sorted().distinct().toList();
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

    public String timeZone() {
        return timeZone;
    }

    public List<LocalDate> days() {
        return days;
    }

    /** Who runs the conference, and who may look at it. A person may be both. */
    public Members members() {
        return new Members(organisers, viewers);
    }

    /** Null for the look that all agendas have. */
    Look look() {
        return look;
    }

    public long revision() {
        return revision;
    }

    public Announcement announced() {
        return announced;
    }

    public Instant changedAt() {
        return changedAt;
    }

    boolean isDeleted() {
        return deleted;
    }
}
