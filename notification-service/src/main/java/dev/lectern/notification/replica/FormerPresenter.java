package dev.lectern.notification.replica;

import dev.lectern.chassis.replica.Identities;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;

/** An id that is no presenter's any more. Several events say so, in any order; each alone is enough. */
@Entity
@Immutable
public class FormerPresenter extends PanacheEntityBase {

    @Id
    private UUID presenterId;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private UUID became;

    protected FormerPresenter() {}

    static void merged(UUID conference, List<UUID> presenters, UUID into, long revisionsFrom) {
        if (presenters.isEmpty()) {
            return;
        }
        var today = identities(List.of(into)).traced(into);
        presenters.forEach(presenter -> {
            if (presenter.equals(into) || presenter.equals(today)) {
                throw new IllegalStateException("a presenter is merged into themselves, at first or second hand");
            }
            note(conference, presenter, into, revisionsFrom);
        });
    }

    static void erased(UUID conference, List<UUID> presenters, long revisionsFrom) {
        presenters.forEach(presenter -> note(conference, presenter, null, revisionsFrom));
    }

    private static void note(UUID conference, UUID presenter, UUID became, long revisionsFrom) {
        getEntityManager()
                .createNativeQuery("""
                        insert into former_presenter as stored (presenter_id, conference_id, became, revisions_from)
                        values (:presenter, :conference, cast(:became as uuid), :from)
                        on conflict (presenter_id) do update
                        set became = excluded.became, revisions_from = excluded.revisions_from
                        where stored.revisions_from < excluded.revisions_from""")
                .setParameter("from", revisionsFrom)
                .setParameter("presenter", presenter)
                .setParameter("conference", conference)
                .setParameter("became", became == null ? null : became.toString())
                .executeUpdate();
    }

    /** A catalog that was restored since names these as somebody. */
    static void knownAgain(Collection<UUID> presenters, long revisionsFrom) {
        if (revisionsFrom > 0) {
            getEntityManager()
                    .createNativeQuery("""
                            delete from former_presenter
                            where presenter_id = any (:presenters) and revisions_from < :from""")
                    .setParameter("presenters", presenters.toArray(UUID[]::new))
                    .setParameter("from", revisionsFrom)
                    .executeUpdate();
        }
    }

    /** These and who became one of them. */
    static Set<UUID> withPredecessors(Set<UUID> presenters) {
        return Stream.concat(presenters.stream(), whoBecame(presenters).stream())
                .collect(Collectors.toSet());
    }

    /** Who these are today. */
    public static Identities identities(Collection<UUID> presenters) {
        return Identities.of(
                presenters,
                ids -> FormerPresenter.<FormerPresenter>stream("presenterId in ?1", ids)
                        .collect(Collectors.toMap(
                                former -> former.presenterId, former -> Optional.ofNullable(former.became))));
    }

    /** All ids that one person has or had. */
    public static Set<UUID> idsOf(UUID presenter) {
        return idsOf(Set.of(presenter));
    }

    /** All ids that these people have or had. */
    static Set<UUID> idsOf(Set<UUID> presenters) {
        var identities = identities(presenters);
        var all = new HashSet<UUID>();
        var more = presenters.stream().map(identities::traced).collect(Collectors.toSet());
        while (all.addAll(more)) {
            more = whoBecame(more);
        }
        return all;
    }

    private static Set<UUID> whoBecame(Set<UUID> presenters) {
        return FormerPresenter.<FormerPresenter>stream("became in ?1", presenters)
                .map(former -> former.presenterId)
                .collect(Collectors.toSet());
    }
}
