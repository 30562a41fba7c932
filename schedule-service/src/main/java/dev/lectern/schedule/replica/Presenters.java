package dev.lectern.schedule.replica;

import dev.lectern.chassis.replica.Identities;
import dev.lectern.chassis.replica.Replica;
import dev.lectern.chassis.text.PersonNames;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.QueryFlushMode;

/** The presenters whom the catalog has told of. */
public final class Presenters {

    private static final Replica<PresenterEvent> REPLICA = new Replica<>("presenter", PresenterEvent.class);

    private Presenters() {}

    /** Which of these the conference has. */
    public static Set<UUID> known(UUID conference, Collection<UUID> ids) {
        return withIds(ids).values().stream()
                .filter(known -> known.isOf(conference))
                .map(KnownPresenter::id)
                .collect(Collectors.toSet());
    }

    /**
     * Whom each of these means: nobody whom the conference does not have, and several where that many are called so.
     * However many there are, one query finds most ids, and one the names.
     */
    public static Map<PresenterReference, Set<UUID>> meant(UUID conference, Collection<PresenterReference> references) {
        var ids = references.stream()
                .map(PresenterReference::id)
                .filter(Objects::nonNull)
                .toList();
        // A draft may be older than a merge.
        var identities = identities(ids);
        var known = known(conference, identities.today(ids));
        var named = ids.size() == references.size() ? Map.<String, Set<UUID>>of() : byName(conference);
        return references.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        reference -> reference.id() == null
                                ? named.getOrDefault(PersonNames.folded(reference.name()), Set.of())
                                : identities.today(reference.id()).stream()
                                        .filter(known::contains)
                                        .collect(Collectors.toSet())));
    }

    private static Map<String, Set<UUID>> byName(UUID conference) {
        return Rows.query(
                        KnownPresenter.class, "from KnownPresenter where conferenceId = ?1 and not deleted", conference)
                .getResultStream()
                .map(KnownPresenter::named)
                .collect(Collectors.groupingBy(
                        known -> PersonNames.folded(known.name()),
                        Collectors.mapping(PresenterName::id, Collectors.toSet())));
    }

    /**
     * By id, without a query for those that the session has; with those that have been deleted since, whose names are
     * gone.
     */
    public static Map<UUID, KnownPresenter> withIds(Collection<UUID> ids) {
        return Rows.withIds(KnownPresenter.class, ids, KnownPresenter::id);
    }

    /** Who these are today. */
    public static Identities identities(Collection<UUID> ids) {
        return Identities.of(
                ids,
                some -> withIds(some).values().stream()
                        .filter(KnownPresenter::isFormer)
                        .collect(Collectors.toMap(KnownPresenter::id, KnownPresenter::mergedInto)));
    }

    /** By which other ids each of these was known, at first or second hand. */
    public static Map<UUID, List<UUID>> mergedInto(Collection<UUID> ids) {
        return Panache.getSession()
                .createNativeQuery("""
                        with recursive merged (id, today) as (
                            select id, merged_into from presenter where merged_into = any (:ids)
                            union all
                            select before.id, today from presenter before join merged on before.merged_into = merged.id)
                        select today, id from merged order by id""", Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                // Else the whole session would be searched for changes, once per event; who was merged is written
                // already.
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(row -> row.get(1, UUID.class), Collectors.toList())));
    }

    /** As they are stored, of those of which anything is. */
    public static Map<UUID, KnownPresenter> before(List<PresenterEvent> events) {
        return withIds(events.stream().map(PresenterEvent::id).toList());
    }

    /** Returns those that were news. */
    public static List<PresenterEvent> store(List<PresenterEvent> events, Map<UUID, KnownPresenter> before) {
        Rows.detach(before.values());
        return REPLICA.store(events);
    }

    /** Some of whom a restored catalog knows nothing, as it would tell. */
    public static List<PresenterEvent> gone(long revision, int most) {
        return REPLICA.below(revision, "not deleted", most).stream()
                .map(known -> known.gone(revision))
                .toList();
    }

    /** A catalog that was restored since names these as somebody; how they are called comes with their own events. */
    public static void knownAgain(Collection<UUID> ids, long revisionsFrom) {
        if (revisionsFrom > 0) {
            Panache.getEntityManager()
                    .createNativeQuery("""
                            update presenter set deleted = false, merged_into = null
                            where id = any (:ids) and deleted and revisions_from < :from""")
                    .setParameter("ids", ids.toArray(UUID[]::new))
                    .setParameter("from", revisionsFrom)
                    .executeUpdate();
        }
    }

    /** Leaves the rows of a deleted conference, with their revisions, and nothing of what they said. */
    static void eraseAllOf(UUID conference) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        update presenter set name = '', changeover_minutes = null, deleted = true
                        where conference_id = :conference""")
                .setParameter("conference", conference)
                .executeUpdate();
    }
}
