package dev.lectern.schedule.imports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where the last file of a source had a contribution. {@code minutes} is null where the file did not say. */
@Entity
@IdClass(ImportedPlace.Key.class)
class ImportedPlace extends PanacheEntityBase {

    /** In rows of before sources were kept. */
    private static final String ANY = "";

    record Key(UUID contributionId, String source) {}

    @Id
    private UUID contributionId;

    @Id
    private String source;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private String room;
    private Instant startsAt;
    private Integer minutes;
    private int withdrawals;

    protected ImportedPlace() {}

    ImportedPlace(UUID conferenceId, UUID contributionId, String source) {
        this.conferenceId = conferenceId;
        this.contributionId = contributionId;
        this.source = source;
    }

    /** The places that files of this source gave; what is kept without a source becomes its own. */
    static List<ImportedPlace> of(UUID conference, String source) {
        update("""
                source = ?1 where conferenceId = ?2 and source = ?3
                    and contributionId not in (select contributionId from ImportedPlace where source = ?1)""", source, conference, ANY);
        return list("conferenceId = ?1 and source = ?2", conference, source);
    }

    /** The contributions that files of another source have placed too. */
    static Set<UUID> elsewhere(UUID conference, String source) {
        return ImportedPlace.<ImportedPlace>stream("conferenceId = ?1 and source <> ?2", conference, source)
                .map(ImportedPlace::contributionId)
                .collect(Collectors.toSet());
    }

    static void forget(Collection<ImportedPlace> places, String source) {
        delete(
                "source = ?1 and contributionId in ?2",
                source,
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
