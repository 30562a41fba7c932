package dev.lectern.schedule.replica;

import dev.lectern.chassis.events.Announcement;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.type.SqlTypes;

/** A contribution, as the catalog last told. It may be known before its conference is. */
@Entity
public class Contribution extends PanacheEntityBase {

    @Id
    private UUID id;

    private UUID conferenceId;
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

    private boolean withdrawn;
    private int withdrawals;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Presenter> presenters;

    private Instant changedAt;
    private long revision;
    private boolean deleted;
    private long announcedRevision;

    protected Contribution() {}

    public Contribution(ContributionEvent event) {
        this.id = event.id();
        this.conferenceId = event.conferenceId();
        this.number = event.number();
        take(event);
    }

    public static Optional<Contribution> numbered(UUID conference, int number) {
        return find("conferenceId = ?1 and number = ?2 and not deleted", conference, number)
                .firstResultOptional();
    }

    public static long countNumbered(UUID conference, Collection<Integer> numbers) {
        return count("conferenceId = ?1 and number in ?2 and not deleted", conference, numbers);
    }

    public static List<Contribution> numbered(UUID conference, Collection<Integer> numbers) {
        return list("conferenceId = ?1 and number in ?2 and not deleted", conference, numbers);
    }

    /** The contribution with this number, which may have been deleted since. */
    public static Optional<Contribution> everNumbered(UUID conference, int number) {
        return find("conferenceId = ?1 and number = ?2", conference, number)
                .withHint(HibernateHints.HINT_FLUSH_MODE, FlushModeType.COMMIT)
                .firstResultOptional();
    }

    /** The contributions with these numbers, with those that have been deleted since, whose titles are gone. */
    public static List<Contribution> everNumbered(UUID conference, Collection<Integer> numbers) {
        return list("conferenceId = ?1 and number in ?2", conference, numbers);
    }

    public static List<Contribution> withIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** By number. */
    public static List<Contribution> allOf(UUID conference) {
        return list("conferenceId = ?1 and not deleted order by number", conference);
    }

    /** The contributions that list this presenter. */
    public static List<Contribution> presentedBy(UUID conference, UUID presenter) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select * from contribution where conference_id = ?1
                            and presenters @> jsonb_build_array(jsonb_build_object('id', cast(?2 as text)))
                        order by number""", Contribution.class)
                .setParameter(1, conference)
                .setParameter(2, presenter.toString())
                .getResultList();
    }

    /** Nothing says any more that this presenter was listed. */
    public void forget(UUID presenter) {
        presenters = presenters.stream()
                .filter(listed -> !listed.id().equals(presenter))
                .toList();
    }

    /** Leaves the rows of a deleted conference, with their revisions, and nothing of what they said. */
    public static void eraseAllOf(UUID conference) {
        getEntityManager().createNativeQuery("""
                        update contribution set title = '', abstract = '', type = null, track = null, presenters = '[]',
                            session_classification = null, expected_audience = null, features = '{}',
                            external_id = null, external_ids = null, deleted = true
                        where conference_id = ?1""").setParameter(1, conference).executeUpdate();
    }

    public final void take(ContributionEvent event) {
        title = event.title();
        abstractText = event.abstractText();
        type = event.type();
        track = event.track();
        durationMinutes = event.durationMinutes();
        sessionClassification = event.sessionClassification();
        expectedAudience = event.expectedAudience();
        features = event.features();
        externalId = event.externalId();
        externalIds = event.externalIds();
        withdrawn = event.withdrawn();
        withdrawals = event.withdrawals();
        presenters = event.presenters();
        changedAt = event.changedAt();
        revision = event.revision();
        deleted = event.deleted();
        announcedRevision = Math.max(announcedRevision, Announcement.revisionOf(event.announced()));
    }

    public boolean isOlderThan(ContributionEvent event) {
        return revision < event.revision();
    }

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
                || !changedAt.equals(event.changedAt())
                || deleted != event.deleted();
    }

    public UUID id() {
        return id;
    }

    public UUID conferenceId() {
        return conferenceId;
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

    public Instant changedAt() {
        return changedAt;
    }
}
