package dev.lectern.schedule.replica;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A presenter, as the catalog last told: whoever chairs a session may present nothing. */
@Entity
@Table(name = "presenter")
@Immutable
public class KnownPresenter {

    @Id
    private UUID id;

    private UUID conferenceId;
    private String name;
    private Integer changeoverMinutes;
    private UUID mergedInto;
    private boolean deleted;

    protected KnownPresenter() {}

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

    boolean isOf(UUID conference) {
        return !deleted && conferenceId.equals(conference);
    }

    /** Whether nobody has this id any more: they were merged or erased. */
    boolean isFormer() {
        return deleted;
    }

    /** Who they are from then on; empty while they are themselves, and of who is nobody any more. */
    Optional<UUID> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }
}
