package dev.lectern.schedule.replica;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;

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
    private long revision;

    @SuppressWarnings("UnusedVariable") // read by queries
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

    /** By id, without a query for those that the session has; with those that have been deleted since, whose names are gone. */
    public static Map<UUID, KnownPresenter> withIds(Collection<UUID> ids) {
        return getEntityManager()
                .unwrap(Session.class)
                .findMultiple(KnownPresenter.class, List.copyOf(ids), SessionCheckMode.ENABLED)
                .stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(KnownPresenter::id, Function.identity()));
    }

    /** Leaves the rows of a deleted conference, with their revisions, and nothing of what they said. */
    public static void eraseAllOf(UUID conference) {
        update("name = '', changeoverMinutes = null, deleted = true where conferenceId = ?1", conference);
    }

    public final void take(PresenterEvent event) {
        name = event.name();
        changeoverMinutes = event.changeoverMinutes();
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
