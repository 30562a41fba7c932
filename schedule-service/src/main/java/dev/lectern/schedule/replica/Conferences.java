package dev.lectern.schedule.replica;

import dev.lectern.chassis.events.Announcement;
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
import java.util.stream.Collectors;

/** The conferences that the catalog has told of. */
public final class Conferences {

    private record Row(
            UUID id,
            long revision,
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
    }

    private static final Replica<Row> REPLICA = new Replica<>("conference", Row.class);

    private Conferences() {}

    /** Null while nothing is known of it. */
    public static Conference get(UUID id) {
        return Panache.getEntityManager().find(Conference.class, id);
    }

    public static Optional<Conference> named(String slug) {
        return Rows.query(Conference.class, "from Conference where slug = ?1 and not deleted", slug)
                .getResultStream()
                .findFirst();
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
