package dev.lectern.schedule.replica;

import dev.lectern.chassis.text.PersonNames;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;
import org.hibernate.query.QueryFlushMode;

/** A presenter, as the catalog last told: whoever chairs a session may present nothing. */
@Entity
@Table(name = "presenter")
public class KnownPresenter extends PanacheEntityBase {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private String name;
    private Integer changeoverMinutes;
    private UUID mergedInto;
    private long revision;

    private boolean deleted;

    protected KnownPresenter() {}

    public KnownPresenter(PresenterEvent event) {
        this.id = event.id();
        this.conferenceId = event.conferenceId();
        take(event);
    }

    /** Which of these the conference has. */
    public static List<UUID> known(UUID conference, Collection<UUID> ids) {
        return find(
                        "select id from KnownPresenter where conferenceId = ?1 and id in ?2 and not deleted",
                        conference,
                        ids)
                .project(UUID.class)
                .list();
    }

    /**
     * Whom each of these means: nobody whom the conference does not have, and several where that many are called so.
     * However many there are, two queries find the ids, and one the names.
     */
    public static Map<PresenterReference, Set<UUID>> meant(UUID conference, Collection<PresenterReference> references) {
        var existing = withIds(references.stream()
                .map(PresenterReference::id)
                .filter(Objects::nonNull)
                .toList());
        // A draft may be older than a merge.
        var today = references.stream()
                .filter(reference -> reference.id() != null)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        reference -> existing.containsKey(reference.id())
                                ? Set.copyOf(today(List.of(reference.id())))
                                : Set.<UUID>of()));
        var known = Set.copyOf(
                known(conference, today.values().stream().flatMap(Set::stream).toList()));
        var named = references.stream().allMatch(today::containsKey) ? Map.<String, Set<UUID>>of() : byName(conference);
        var meant = new HashMap<PresenterReference, Set<UUID>>();
        for (var reference : references) {
            meant.put(
                    reference,
                    reference.id() == null
                            ? named.getOrDefault(PersonNames.folded(reference.name()), Set.of())
                            : today.get(reference).stream()
                                    .filter(known::contains)
                                    .collect(Collectors.toSet()));
        }
        return meant;
    }

    private static Map<String, Set<UUID>> byName(UUID conference) {
        return KnownPresenter.<KnownPresenter>stream("conferenceId = ?1 and not deleted", conference)
                .collect(Collectors.groupingBy(
                        known -> PersonNames.folded(known.name),
                        Collectors.mapping(KnownPresenter::id, Collectors.toSet())));
    }

    /**
     * By id, without a query for those that the session has; with those that have been deleted since, whose names are
     * gone.
     */
    public static Map<UUID, KnownPresenter> withIds(Collection<UUID> ids) {
        return getEntityManager()
                .unwrap(Session.class)
                .findMultiple(KnownPresenter.class, List.copyOf(ids), SessionCheckMode.ENABLED)
                .stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(KnownPresenter::id, Function.identity()));
    }

    /**
     * Who these are today: some were merged into others. Those who are nobody any more are left out, each other one is
     * there once.
     */
    public static List<UUID> today(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> today(id).stream()).distinct().toList();
    }

    private static Optional<UUID> today(UUID id) {
        KnownPresenter known = findById(id);
        if (known == null || !known.deleted) {
            return Optional.of(id);
        }
        return Optional.ofNullable(known.mergedInto).flatMap(KnownPresenter::today);
    }

    /** Which of these are nobody any more. */
    public static Set<UUID> erasedAmong(Collection<UUID> ids) {
        return withIds(ids).values().stream()
                .filter(known -> known.deleted && today(known.id).isEmpty())
                .map(KnownPresenter::id)
                .collect(Collectors.toSet());
    }

    /** By which other ids each of these was known, at first or second hand. */
    public static Map<UUID, List<UUID>> mergedInto(Collection<UUID> ids) {
        return getEntityManager()
                .unwrap(Session.class)
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

    /** Leaves the rows of a deleted conference, with their revisions, and nothing of what they said. */
    public static void eraseAllOf(UUID conference) {
        update("name = '', changeoverMinutes = null, deleted = true where conferenceId = ?1", conference);
    }

    /**
     * Whether an event would make somebody another one who is, or was made, the first one: nobody would be anybody any
     * more.
     */
    public static boolean closesCircle(PresenterEvent event) {
        var passed = new HashSet<UUID>();
        var next = event.mergedInto();
        while (next != null && !next.equals(event.id()) && passed.add(next)) {
            KnownPresenter known = findById(next);
            next = known == null ? null : known.mergedInto;
        }
        return next != null;
    }

    public final void take(PresenterEvent event) {
        name = event.name();
        changeoverMinutes = event.changeoverMinutes();
        mergedInto = event.mergedInto();
        revision = event.revision();
        deleted = event.deleted();
    }

    public boolean isOlderThan(PresenterEvent event) {
        return revision < event.revision();
    }

    public UUID id() {
        return id;
    }

    public PresenterName named() {
        return new PresenterName(id, name);
    }

    /** The minutes that they need between two talks; null when nobody said. */
    public Integer changeoverMinutes() {
        return changeoverMinutes;
    }
}
