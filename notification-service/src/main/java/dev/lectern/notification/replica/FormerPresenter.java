package dev.lectern.notification.replica;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;

/** An id that is no presenter's any more. Several events say so, in any order; each alone is enough. */
@Entity
@Immutable
class FormerPresenter extends PanacheEntityBase {

    @Id
    private UUID presenterId;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private UUID became;

    protected FormerPresenter() {}

    static void merged(UUID conference, List<UUID> presenters, UUID into) {
        if (presenters.isEmpty()) {
            return;
        }
        var today = Identities.of(List.of(into)).traced(into);
        presenters.forEach(presenter -> {
            if (presenter.equals(into) || presenter.equals(today)) {
                throw new IllegalStateException("a presenter is merged into themselves, at first or second hand");
            }
            note(conference, presenter, into);
        });
    }

    static void erased(UUID conference, List<UUID> presenters) {
        presenters.forEach(presenter -> note(conference, presenter, null));
    }

    private static void note(UUID conference, UUID presenter, UUID became) {
        getEntityManager()
                .createNativeQuery("""
                        insert into former_presenter (presenter_id, conference_id, became)
                        values (:presenter, :conference, cast(:became as uuid)) on conflict do nothing""")
                .setParameter("presenter", presenter)
                .setParameter("conference", conference)
                .setParameter("became", became == null ? null : became.toString())
                .executeUpdate();
    }

    /** These and who became one of them. */
    static Set<UUID> withPredecessors(Set<UUID> presenters) {
        return Stream.concat(presenters.stream(), whoBecame(presenters).stream().map(FormerPresenter::presenter))
                .collect(Collectors.toSet());
    }

    static List<FormerPresenter> withIds(Collection<UUID> presenters) {
        return list("presenterId in ?1", presenters);
    }

    static List<FormerPresenter> whoBecame(Collection<UUID> presenters) {
        return list("became in ?1", presenters);
    }

    UUID presenter() {
        return presenterId;
    }

    /** Null for nobody. */
    UUID became() {
        return became;
    }
}
