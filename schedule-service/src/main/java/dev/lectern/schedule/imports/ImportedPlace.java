package dev.lectern.schedule.imports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Where the last file had a contribution. {@code minutes} is null where the file did not say. */
@Entity
class ImportedPlace extends PanacheEntityBase {

    @Id
    private UUID contributionId;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private String room;
    private Instant startsAt;
    private Integer minutes;
    private int withdrawals;

    protected ImportedPlace() {}

    ImportedPlace(UUID conferenceId, UUID contributionId) {
        this.conferenceId = conferenceId;
        this.contributionId = contributionId;
    }

    static List<ImportedPlace> of(UUID conference) {
        return list("conferenceId", conference);
    }

    static void forget(Collection<ImportedPlace> places) {
        delete(
                "contributionId in ?1",
                places.stream().map(ImportedPlace::contributionId).toList());
    }

    /**
     * Takes what a file says. Returns whether the last one said something else, or nothing.
     *
     * @param withdrawals of the contribution so far: one more has freed its slot, and the file's place is news again
     */
    boolean follow(String room, Instant startsAt, Integer minutes, int withdrawals) {
        var same = room.equals(this.room)
                && startsAt.equals(this.startsAt)
                && Objects.equals(minutes, this.minutes)
                && withdrawals == this.withdrawals;
        this.room = room;
        this.startsAt = startsAt;
        this.minutes = minutes;
        this.withdrawals = withdrawals;
        return !same;
    }

    UUID contributionId() {
        return contributionId;
    }
}
