package dev.lectern.schedule.store;

import dev.lectern.schedule.edit.Change;
import dev.lectern.schedule.edit.Diff;
import dev.lectern.schedule.edit.History;
import dev.lectern.schedule.edit.Publish;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The history of a conference's schedule, from the database. */
public final class StoredHistory implements History {

    private final EntityManager entities = Panache.getEntityManager();
    private final UUID conference;

    private StoredHistory(UUID conference) {
        this.conference = conference;
    }

    public static StoredHistory of(UUID conference) {
        return new StoredHistory(conference);
    }

    @Override
    public Optional<Change> change(long version) {
        return Optional.ofNullable(entities.find(Change.class, new Change.Key(conference, version)));
    }

    @Override
    public List<Change> between(long from, long to) {
        return from == to
                ? List.of()
                : entities.createQuery(
                                "from Change where conferenceId = ?1 and version > ?2 and version <= ?3 order by version",
                                Change.class)
                        .setParameter(1, conference)
                        .setParameter(2, from)
                        .setParameter(3, to)
                        .getResultList();
    }

    @Override
    public List<Change> since(long version, Collection<Integer> talks, Collection<String> rooms) {
        return entities.createQuery(
                        "from Change where conferenceId = ?1 and version > ?2"
                                + " and (array_intersects(talks, ?3) or array_intersects(rooms, ?4)) order by version",
                        Change.class)
                .setParameter(1, conference)
                .setParameter(2, version)
                .setParameter(3, talks.toArray(Integer[]::new))
                .setParameter(4, rooms.toArray(String[]::new))
                .getResultList();
    }

    /** What is different between two versions, of which the first may be the later one. */
    public Diff diff(long from, long to) {
        return Diff.between(this, from, to);
    }

    /** The newest ones before a version, newest first. */
    public List<Change> before(long version, int limit) {
        return entities.createQuery(
                        "from Change where conferenceId = ?1 and version < ?2 order by version desc", Change.class)
                .setParameter(1, conference)
                .setParameter(2, version)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Since when the agenda was public at a version; empty when it was not. */
    public Optional<Instant> publishedAt(long version) {
        Stream<?> latest = entities.createNativeQuery("""
                        select version from change where conference_id = :conference and version <= :version
                        and (operations @> '[{"op": "publish"}]' or operations @> '[{"op": "unpublish"}]')
                        order by version desc limit 1""")
                .setParameter("conference", conference)
                .setParameter("version", version)
                .getResultStream();
        return latest.flatMap(found -> change(((Number) found).longValue()).stream())
                .filter(change -> change.operations().stream().anyMatch(Publish.class::isInstance))
                .map(Change::appliedAt)
                .findFirst();
    }
}
