package dev.lectern.notification.replica;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Which contributions something happened to. Whoever changes what an evaluation reads takes these rows first, all at once and ordered by
 * id: so nothing changes while a contribution is evaluated, and nobody waits in a circle.
 */
@ApplicationScoped
public class Touches {

    private static final String INSERT = "insert into touch (contribution_id, conference_id, first_at, last_at) ";
    private static final String OR_AGAIN =
            " on conflict (contribution_id) do update set last_at = greatest(touch.last_at, excluded.last_at)";

    private final EntityManager entities;
    private final Event<Touched> touched;

    Touches(EntityManager entities, Event<Touched> touched) {
        this.entities = entities;
        this.touched = touched;
    }

    void contributions(List<ContributionEvent> events) {
        touchNewer(
                "contribution",
                "id",
                events,
                ContributionEvent::id,
                ContributionEvent::conferenceId,
                ContributionEvent::revision);
    }

    void slots(List<SlotEvent> events) {
        touchNewer(
                "slot",
                "contribution_id",
                events,
                SlotEvent::contributionId,
                SlotEvent::conferenceId,
                SlotEvent::revision);
    }

    /** All contributions that these presenters are or were briefed on, whoever they were then. */
    void presenters(Stream<UUID> presenters) {
        insert("""
                select distinct contribution_id, conference_id, now(), now() from briefing
                where presenter_id = any (:ids)
                    or presenter_id in (select presenter_id from former_presenter where became = any (:ids))
                order by contribution_id""", presenters.toArray(UUID[]::new));
    }

    /**
     * All contributions of conferences that nothing was known of until now, or that are deleted; any other change of theirs is no news to
     * anybody.
     */
    void conferences(List<ConferenceEvent> events) {
        var concerned = events.stream()
                .filter(event -> event.deleted() || Conference.findById(event.id()) == null)
                .toList();
        insert("""
                select distinct contribution_id, conference_id, now(), now() from briefing
                where conference_id = any (:ids) order by contribution_id""", ids(concerned, ConferenceEvent::id));
    }

    /** Wakes the evaluation without touching anything: when something is due may have changed. */
    public void wake() {
        touched.fire(new Touched());
    }

    private <E> void touchNewer(
            String table,
            String key,
            List<E> events,
            Function<E, UUID> contribution,
            Function<E, UUID> conference,
            ToLongFunction<E> revision) {
        var sql = """
                select event.contribution, cast(min(cast(event.conference as text)) as uuid), now(), now()
                from unnest(:contributions, :conferences, :revisions) as event (contribution, conference, revision)
                where not exists (select from %s stored
                    where stored.%s = event.contribution and stored.revision >= event.revision)
                    and not exists (select from conference gone where gone.id = event.conference and gone.deleted)
                group by event.contribution order by event.contribution""".formatted(table, key);
        entities.createNativeQuery(INSERT + sql + OR_AGAIN)
                .setParameter("contributions", ids(events, contribution))
                .setParameter("conferences", ids(events, conference))
                .setParameter(
                        "revisions", events.stream().map(revision::applyAsLong).toArray(Long[]::new))
                .executeUpdate();
        wake();
    }

    private void insert(String sql, UUID[] ids) {
        entities.createNativeQuery(INSERT + sql + OR_AGAIN)
                .setParameter("ids", ids)
                .executeUpdate();
        wake();
    }

    private static <E> UUID[] ids(Collection<E> events, Function<E, UUID> id) {
        return events.stream().map(id).toArray(UUID[]::new);
    }
}
