package dev.lectern.schedule.replica;

import dev.lectern.chassis.events.Announcement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A contribution, as the catalog last told. It may be known before its conference is. */
@Entity
@Immutable
public class Contribution {

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    @SuppressWarnings("UnusedVariable") // read by queries
    private long revision;

    private int number;
    private String title;

    @Column(name = "abstract")
    private String abstractText;

    private String type;
    private String track;
    private Integer durationMinutes;
    private String sessionClassification;
    private Integer expectedAudience;
    private List<String> features;
    private String externalId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ExternalId> externalIds;

    private String language;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Link> links;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Author> authors;

    private boolean withdrawn;
    private int withdrawals;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Presenter> presenters;

    private Instant changedAt;
    private boolean deleted;
    private long announcedRevision;

    protected Contribution() {}

    /** Whether this event takes the contribution off the schedule, even if a reinstatement came with it. */
    public boolean isFreedBy(ContributionEvent event) {
        return event.withdrawn() || event.deleted() || event.withdrawals() > withdrawals;
    }

    public boolean announcesMore(ContributionEvent event) {
        return Announcement.revisionOf(event.announced()) > announcedRevision;
    }

    /** Whether the agenda would look different after this event, the calendar's time of the last change included. */
    public boolean looksDifferentIn(ContributionEvent event) {
        return !title.equals(event.title())
                || !abstractText.equals(event.abstractText())
                || !Objects.equals(type, event.type())
                || !Objects.equals(track, event.track())
                || !presenters.equals(event.presenters())
                || !Objects.equals(language, event.language())
                || !links.equals(event.links())
                || !authors.equals(event.authors())
                || !changedAt.equals(event.changedAt())
                || deleted != event.deleted();
    }

    long announcedRevision() {
        return announcedRevision;
    }

    public UUID id() {
        return id;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public String abstractText() {
        return abstractText;
    }

    public String type() {
        return type;
    }

    public String track() {
        return track;
    }

    /** How long the catalog thinks it takes, in minutes; empty when nobody said. */
    public Optional<Integer> durationMinutes() {
        return Optional.ofNullable(durationMinutes).filter(minutes -> minutes > 0);
    }

    /** The session that its submitter filed it under; empty when none is known. */
    public Optional<String> sessionClassification() {
        return Optional.ofNullable(sessionClassification);
    }

    /** How many people are expected; null when nobody said. */
    public Integer expectedAudience() {
        return expectedAudience;
    }

    /** What its room has to have. */
    public List<String> features() {
        return features;
    }

    /**
     * Whether files of this source call it so. Of what the catalog told before it kept ids with their sources, any may
     * have done so.
     */
    public boolean isCalled(String id, String source) {
        return externalIds == null ? id.equals(externalId) : externalIds.contains(new ExternalId(source, id));
    }

    /** Whether the catalog has said whose files call it what. */
    public boolean hasSources() {
        return externalIds != null;
    }

    /** All that files call it, of whatever source. */
    public Stream<String> idsInFiles() {
        return externalIds == null
                ? Stream.ofNullable(externalId)
                : externalIds.stream().map(ExternalId::id);
    }

    public boolean withdrawn() {
        return withdrawn;
    }

    /** How often it was withdrawn so far. */
    public int withdrawals() {
        return withdrawals;
    }

    public boolean deleted() {
        return deleted;
    }

    public List<Presenter> presenters() {
        return presenters;
    }

    /** The language that it is given in, as the catalog has it; null when nobody said. */
    public String language() {
        return language;
    }

    /** Pages about it. */
    public List<Link> links() {
        return links;
    }

    /** Authors and then co-authors. */
    public List<Author> authors() {
        return authors;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
