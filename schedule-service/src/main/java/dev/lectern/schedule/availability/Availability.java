package dev.lectern.schedule.availability;

import dev.lectern.schedule.timetable.TimeRange;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * When a room or a presenter can be had: within ranges that neither meet nor overlap, in their order, or always when
 * there are none.
 */
@Entity
public class Availability extends PanacheEntityBase {

    @Id
    private UUID subjectId;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TimeRange> ranges;

    private long revision;

    /** Of what the presenter said last; what organisers say has none. */
    private long toldRevision;

    protected Availability() {}

    Availability(UUID conferenceId, UUID subjectId) {
        this.conferenceId = conferenceId;
        this.subjectId = subjectId;
        this.ranges = List.of();
    }

    /** The availability of a room or presenter; all of the time, where nothing was said. */
    static Availability of(UUID conference, UUID subject) {
        return Availability.<Availability>findByIdOptional(subject)
                .orElseGet(() -> new Availability(conference, subject));
    }

    /** The ranges of those who are not always available, by room or presenter. */
    public static Map<UUID, List<TimeRange>> limitsOf(Collection<UUID> subjects) {
        return getEntityManager()
                .unwrap(Session.class)
                .findMultiple(Availability.class, List.copyOf(subjects), SessionCheckMode.ENABLED)
                .stream()
                .filter(known -> known != null && !known.ranges.isEmpty())
                .collect(Collectors.toMap(known -> known.subjectId, Availability::ranges));
    }

    /**
     * Reads all times of a conference anew in another zone, as those of its talks are: from nine on stays from nine on,
     * and as long.
     */
    public static void moveAll(UUID conference, ZoneId before, ZoneId after) {
        Availability.<Availability>list("conferenceId", conference).forEach(known -> known.move(before, after));
    }

    private void move(ZoneId before, ZoneId after) {
        become(ranges.stream().map(range -> reread(range, before, after)).toList());
    }

    private static TimeRange reread(TimeRange range, ZoneId before, ZoneId after) {
        var local = range.start().atZone(before).toLocalDateTime();
        return TimeRange.of(local.atZone(after).toInstant(), range.minutes());
    }

    /** Those of whom their presenters' word is older. */
    static List<Availability> toldBefore(long revision, int most) {
        return Availability.<Availability>find("toldRevision > 0 and toldRevision < ?1 order by subjectId", revision)
                .page(0, most)
                .list();
    }

    /**
     * Whether this is news.
     *
     * @param zone whose clock is meant
     */
    boolean tell(AvailabilityEvent event, ZoneId zone) {
        if (event.revision() <= toldRevision) {
            return false;
        }
        toldRevision = event.revision();
        become(event.times(zone));
        return true;
    }

    /** What would be told of it, had nothing been said. */
    AvailabilityEvent gone(long revision) {
        return new AvailabilityEvent(subjectId, conferenceId, revision, true, "UTC", List.of());
    }

    void become(Collection<TimeRange> given) {
        var merged = merged(given);
        if (!merged.equals(ranges)) {
            ranges = merged;
            revision++;
        }
    }

    private static List<TimeRange> merged(Collection<TimeRange> given) {
        var merged = new ArrayList<TimeRange>();
        for (var range :
                given.stream().sorted(Comparator.comparing(TimeRange::start)).toList()) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.end().isBefore(range.start())) {
                merged.add(range);
            } else if (last.end().isBefore(range.end())) {
                merged.set(merged.size() - 1, new TimeRange(last.start(), range.end()));
            }
        }
        return List.copyOf(merged);
    }

    List<TimeRange> ranges() {
        return ranges;
    }

    long revision() {
        return revision;
    }
}
