package dev.lectern.notification.replica;

import dev.lectern.chassis.access.Members;
import dev.lectern.chassis.replica.Glimpse;
import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A conference, as the catalog last told of it. */
@Entity
@Immutable
public class Conference extends PanacheEntityBase {

    private record Row(
            UUID id,
            long revision,
            boolean deleted,
            String slug,
            String title,
            String timeZone,
            List<String> organisers,
            List<String> viewers,
            String logo,
            List<LocalDate> days,
            long revisionsFrom) {

        static Row of(ConferenceEvent event) {
            return new Row(
                    event.id(),
                    event.revision(),
                    event.deleted(),
                    event.slug(),
                    event.title(),
                    event.timeZone(),
                    event.organisers(),
                    event.viewers(),
                    event.logo(),
                    event.days(),
                    event.revisionsFrom());
        }

        /** Deleted, by a catalog that was restored and knows nothing of it. */
        ConferenceEvent gone(long newer) {
            return new ConferenceEvent(
                    id, newer, true, slug, "", timeZone, List.of(), List.of(), null, List.of(), newer);
        }
    }

    private static final Replica<Row> REPLICA = new Replica<>("conference", Row.class);

    @Id
    private UUID id;

    private boolean deleted;

    @SuppressWarnings("UnusedVariable") // read by queries
    private long revisionsFrom;

    private String slug;
    private String title;
    private String timeZone;
    private String logo;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> organisers;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> viewers;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LocalDate> days;

    protected Conference() {}

    /** Outside of any transaction. */
    static Optional<Conference> glimpse(String slug) {
        return Glimpse.ofFirst(Conference.class, "from Conference where slug = ?1 and not deleted", slug);
    }

    /** Those that were told to be gone, with what the revisions were counted from that said so. */
    record Deleted(Map<UUID, Long> revisionsFrom) {

        boolean has(UUID conference) {
            return revisionsFrom.containsKey(conference);
        }

        /** Whether it is gone for the catalog's event too: one of a catalog that was restored since may bring it back. */
        boolean has(UUID conference, long revisionsFrom) {
            return this.revisionsFrom.getOrDefault(conference, -1L) >= revisionsFrom;
        }
    }

    /** Which of them were told to be gone; none that nothing is known of yet. */
    static Deleted deletedAmong(Stream<UUID> ids) {
        return new Deleted(getEntityManager()
                .createQuery("select id, revisionsFrom from Conference where id in :ids and deleted", Tuple.class)
                .setParameter("ids", ids.collect(Collectors.toSet()))
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class))));
    }

    /** Some of which a restored catalog knows nothing, as it would tell. */
    static List<ConferenceEvent> gone(long revision, int most) {
        return REPLICA.below(revision, "not deleted", most).stream()
                .map(known -> known.gone(revision))
                .toList();
    }

    /** Returns those that were news. */
    static List<ConferenceEvent> store(List<ConferenceEvent> events) {
        return REPLICA.store(events, Row::of);
    }

    /**
     * Lets nobody delete it before what is made of it now is there to be deleted with it.
     *
     * @return whether it is still there
     */
    public static boolean hold(UUID conference) {
        return !getEntityManager()
                .createNativeQuery("select revision from conference where id = :conference and not deleted for share")
                .setParameter("conference", conference)
                .getResultList()
                .isEmpty();
    }

    public UUID id() {
        return id;
    }

    public boolean isDeleted() {
        return deleted;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** The slug where it has no title. */
    public String shownTitle() {
        return title == null || title.isBlank() ? slug : title;
    }

    /** An IANA name. */
    public String timeZone() {
        return timeZone;
    }

    /** Its dates; none while the catalog has not told of it since they are kept. */
    public List<LocalDate> days() {
        return days == null ? List.of() : days;
    }

    /** A PNG in Base64; null for none. */
    public String logo() {
        return logo;
    }

    Members members() {
        return new Members(organisers, viewers);
    }
}
