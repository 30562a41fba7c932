package dev.lectern.notification.availability;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** When a presenter can come, as they said last: within these ranges, or at any time where there are none. */
@Entity
class Availability extends PanacheEntityBase {

    @Id
    private UUID presenterId;

    private UUID conferenceId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LocalRange> ranges;

    private long revision;

    protected Availability() {}

    /** Where nothing was said yet, it is of no revision and must become something. */
    static Availability lock(UUID conference, UUID presenter) {
        getEntityManager()
                .createNativeQuery("insert into availability (presenter_id, conference_id, ranges, revision)"
                        + " values (:presenter, :conference, '[]', 0) on conflict do nothing")
                .setParameter("presenter", presenter)
                .setParameter("conference", conference)
                .executeUpdate();
        return findById(presenter, LockModeType.PESSIMISTIC_WRITE);
    }

    static List<Availability> lockAll(Collection<UUID> presenters) {
        return Availability.<Availability>find("presenterId in ?1 order by presenterId", presenters)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static List<Availability> lockNext(UUID conference, UUID after, int most) {
        return Availability.<Availability>find(
                        "conferenceId = ?1 and presenterId > ?2 order by presenterId", conference, after)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, most)
                .list();
    }

    static List<Availability> lockAllOf(UUID conference) {
        return Availability.<Availability>find("conferenceId = ?1 order by presenterId", conference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static List<UUID> conferences() {
        return getEntityManager()
                .createQuery("select distinct conferenceId from Availability order by conferenceId", UUID.class)
                .getResultList();
    }

    /** Whether this is news. */
    boolean become(List<LocalRange> said) {
        if (revision > 0 && ranges.equals(said)) {
            return false;
        }
        ranges = List.copyOf(said);
        revision++;
        return true;
    }

    UUID presenterId() {
        return presenterId;
    }

    UUID conferenceId() {
        return conferenceId;
    }

    List<LocalRange> ranges() {
        return ranges;
    }

    long revision() {
        return revision;
    }
}
