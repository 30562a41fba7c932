package dev.lectern.schedule.replica;

import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.replica.Glimpse;
import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The conferences that the catalog has told of. */
public final class Conferences {

    private record Row(
            UUID id,
            long revision,
            long revisionsFrom,
            boolean deleted,
            String slug,
            String title,
            String timeZone,
            List<LocalDate> days,
            List<String> organisers,
            List<String> viewers,
            Look look,
            long announcedRevision) {

        /** The slug stays: it never changes, and a deletion blanks it. */
        static Row of(ConferenceEvent event, Optional<Conference> before) {
            return new Row(
                    event.id(),
                    event.revision(),
                    event.revisionsFrom(),
                    event.deleted(),
                    before.map(Conference::slug).orElse(event.slug()),
                    event.title(),
                    event.timeZone(),
                    event.days(),
                    event.organisers(),
                    event.viewers(),
                    event.look(),
                    Math.max(
                            before.map(Conference::announcedRevision).orElse(0L),
                            Announcement.revisionOf(event.announced())));
        }

        /** Deleted, by a catalog that was restored and knows nothing of it. */
        ConferenceEvent gone(long revision) {
            return new ConferenceEvent(
                    id, revision, true, slug, "", timeZone, days, List.of(), List.of(), Look.PLAIN, null, revision);
        }
    }

    private static final Replica<Row> REPLICA = new Replica<>("conference", Row.class);

    private Conferences() {}

    /** Null while nothing is known of it. */
    public static Conference get(UUID id) {
        return Panache.getEntityManager().find(Conference.class, id);
    }

    public static Optional<Conference> named(String slug) {
        return Rows.query(Conference.class, "from Conference where slug = ?1 and not deleted", slug)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** As {@link #named}, outside of any transaction. */
    static Optional<Conference> glimpse(String slug) {
        return Glimpse.ofFirst(Conference.class, "from Conference where slug = ?1 and not deleted", slug);
    }

    /** Whether it was told to be gone; false of one that nothing is known of yet. */
    public static boolean isDeleted(UUID id) {
        var known = get(id);
        return known != null && known.isDeleted();
    }

    /** Which of them were told to be gone; none that nothing is known of yet. */
    public static Set<UUID> deletedAmong(Collection<UUID> ids) {
        return withIds(ids).values().stream()
                .filter(Conference::isDeleted)
                .map(Conference::id)
                .collect(Collectors.toSet());
    }

    /** Which of them are gone for an event of the catalog, by what its revisions are counted from. */
    public static BiPredicate<UUID, Long> deletedFor(Collection<UUID> ids) {
        var known = withIds(ids);
        return (id, revisionsFrom) -> known.containsKey(id) && known.get(id).isDeletedFor(revisionsFrom);
    }

    /** Some of which a restored catalog knows nothing, as it would tell. */
    public static List<ConferenceEvent> gone(long revision, int most) {
        return REPLICA.below(revision, "not deleted", most).stream()
                .map(known -> known.gone(revision))
                .toList();
    }

    /**
     * Keeps news of this conference, its deletion above all, out until the transaction ends. Empty once it is deleted.
     */
    public static Optional<Conference> lock(UUID id) {
        return Optional.ofNullable(
                        Panache.getEntityManager().find(Conference.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(conference -> !conference.isDeleted());
    }

    /** As they are stored, of those of which anything is. */
    public static Map<UUID, Conference> before(List<ConferenceEvent> events) {
        return withIds(events.stream().map(ConferenceEvent::id).toList());
    }

    /** Returns those that were news. */
    public static List<ConferenceEvent> store(List<ConferenceEvent> events, Map<UUID, Conference> before) {
        Rows.detach(before.values());
        return REPLICA.store(events, event -> Row.of(event, Optional.ofNullable(before.get(event.id()))));
    }

    private static Map<UUID, Conference> withIds(Collection<UUID> ids) {
        return Rows.withIds(Conference.class, ids, Conference::id);
    }
}
