package dev.lectern.schedule.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.replica.Replica;
import io.quarkus.hibernate.orm.panache.Panache;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The contributions that the catalog has told of. */
public final class Contributions {

    private record Row(
            UUID id,
            long revision,
            boolean deleted,
            UUID conferenceId,
            int number,
            String title,
            @JsonProperty("abstract") String abstractText,
            String type,
            String track,
            Integer durationMinutes,
            boolean withdrawn,
            int withdrawals,
            List<Presenter> presenters,
            Instant changedAt,
            String sessionClassification,
            Integer expectedAudience,
            List<String> features,
            String externalId,
            List<ExternalId> externalIds,
            String language,
            List<Link> links,
            List<Author> authors,
            long announcedRevision) {

        static Row of(ContributionEvent event, Contribution before) {
            return new Row(
                    event.id(),
                    event.revision(),
                    event.deleted(),
                    event.conferenceId(),
                    event.number(),
                    event.title(),
                    event.abstractText(),
                    event.type(),
                    event.track(),
                    event.durationMinutes(),
                    event.withdrawn(),
                    event.withdrawals(),
                    event.presenters(),
                    event.changedAt(),
                    event.sessionClassification(),
                    event.expectedAudience(),
                    event.features(),
                    event.externalId(),
                    event.externalIds(),
                    event.language(),
                    event.links(),
                    event.authors(),
                    Math.max(
                            before == null ? 0 : before.announcedRevision(),
                            Announcement.revisionOf(event.announced())));
        }
    }

    private static final Replica<Row> REPLICA = new Replica<>("contribution", Row.class);

    private Contributions() {}

    public static long countNumbered(UUID conference, Collection<Integer> numbers) {
        return Rows.query(
                        Long.class,
                        "select count(*) from Contribution where conferenceId = ?1 and number in ?2 and not deleted",
                        conference,
                        numbers)
                .getSingleResult();
    }

    /**
     * The contributions with these numbers, one of each, with those that have been deleted since, whose titles are gone. A
     * catalog that was restored may have given a number anew, and knows nothing of whose it was.
     */
    public static List<Contribution> everNumbered(UUID conference, Collection<Integer> numbers) {
        var byNumber = Rows.query(
                        Contribution.class,
                        "from Contribution where conferenceId = ?1 and number in ?2 order by deleted, revision desc",
                        conference,
                        numbers)
                .getResultStream()
                .collect(Collectors.toMap(Contribution::number, Function.identity(), (one, other) -> one));
        return List.copyOf(byNumber.values());
    }

    /** By id, without a query for those that the session has. */
    public static Map<UUID, Contribution> withIds(Collection<UUID> ids) {
        return Rows.withIds(Contribution.class, ids, Contribution::id);
    }

    /** By number. */
    public static List<Contribution> allOf(UUID conference) {
        return Rows.query(
                        Contribution.class,
                        "from Contribution where conferenceId = ?1 and not deleted order by number",
                        conference)
                .getResultList();
    }

    /** As they are stored, of those of which anything is. */
    public static Map<UUID, Contribution> before(List<ContributionEvent> events) {
        return withIds(events.stream().map(ContributionEvent::id).toList());
    }

    /** Returns those that were news. */
    public static List<ContributionEvent> store(List<ContributionEvent> events, Map<UUID, Contribution> before) {
        Rows.detach(before.values());
        return REPLICA.store(events, event -> Row.of(event, before.get(event.id())));
    }

    /** Some of which a restored catalog knows nothing, as it would tell. */
    public static List<ContributionEvent> gone(long revision, int most) {
        return REPLICA.below(revision, "not deleted", most).stream()
                .map(known -> ContributionEvent.gone(
                        known.id(), revision, known.conferenceId(), known.number(), known.withdrawals()))
                .toList();
    }

    /** Nothing says any more that this presenter was listed. Returns whether anything did. */
    public static boolean forget(UUID conference, UUID presenter) {
        return Panache.getEntityManager()
                        .createNativeQuery("""
                                update contribution set presenters = (
                                    select coalesce(jsonb_agg(listed order by place), '[]')
                                    from jsonb_array_elements(presenters) with ordinality as element (listed, place)
                                    where listed ->> 'id' <> cast(:id as text))
                                where conference_id = :conference
                                    and presenters @> jsonb_build_array(jsonb_build_object('id', cast(:id as text)))""")
                        .setParameter("conference", conference)
                        .setParameter("id", presenter.toString())
                        .executeUpdate()
                > 0;
    }

    /** Leaves the rows of a deleted conference, with their revisions, and nothing of what they said. */
    static void eraseAllOf(UUID conference) {
        Panache.getEntityManager()
                .createNativeQuery("""
                        update contribution set title = '', abstract = '', type = null, track = null, presenters = '[]',
                            session_classification = null, expected_audience = null, features = '{}',
                            external_id = null, external_ids = null, language = null, links = '[]', authors = '[]', deleted = true
                        where conference_id = :conference""")
                .setParameter("conference", conference)
                .executeUpdate();
    }
}
