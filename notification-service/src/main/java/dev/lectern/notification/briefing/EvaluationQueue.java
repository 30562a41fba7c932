package dev.lectern.notification.briefing;

import dev.lectern.notification.settings.ConferenceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The touches whose wait is over: nothing has happened for the quiet period, or the longest delay has passed since the
 * first touch. An appearance with a notice that is being handed over waits for the outcome.
 */
@ApplicationScoped
class EvaluationQueue {

    private static final String WAITING = """
            from touch left join settings using (conference_id),
                lateral (select least(
                    last_at + coalesce(quiet_millis, :quiet) * interval '1 millisecond',
                    first_at + coalesce(max_millis, :max) * interval '1 millisecond') as due_at) as wait""";
    private static final String NOT_BEING_SENT = """
            not exists (select from notice
                where notice.appearance_id = touch.appearance_id and notice.state = 'SENDING')""";

    private final EntityManager entities;

    EvaluationQueue(EntityManager entities) {
        this.entities = entities;
    }

    /** The appearance that has been due for longest, its touch locked; empty when none is due or others are at it. */
    Optional<UUID> lockNext() {
        var sql = "select touch.appearance_id " + WAITING + " where due_at <= now() and " + NOT_BEING_SENT
                + " order by due_at limit 1 for update of touch skip locked";
        return rows(sql, UUID.class).stream().findFirst();
    }

    /** Lets nobody delete the conference before the notices that are made now are there to be deleted with it. */
    void holdConference(UUID appearance) {
        entities.createNativeQuery("""
                        select revision from conference
                        where id = (select conference_id from touch where appearance_id = :appearance) for share""").setParameter("appearance", appearance).getResultList();
    }

    /** How long until the next is due, at most the limit. */
    Duration untilNext(Duration limit) {
        var sql = "select cast(ceil(extract(epoch from min(due_at) - clock_timestamp()) * 1000) as bigint) " + WAITING
                + " where " + NOT_BEING_SENT;
        var millis = rows(sql, Long.class).get(0);
        return millis == null ? limit : Duration.ofMillis(Math.max(0, Math.min(millis, limit.toMillis())));
    }

    /** When those of the appearances are due that have been touched. */
    Map<UUID, Instant> dueAt(Collection<UUID> appearances) {
        var sql = "select touch.appearance_id, due_at " + WAITING + " where touch.appearance_id = any (:ids)";
        List<Tuple> rows = rows(query(sql, Tuple.class).setParameter("ids", appearances.toArray(UUID[]::new)));
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Instant.class)));
    }

    void forget(UUID appearance) {
        entities.createNativeQuery("delete from touch where appearance_id = :id")
                .setParameter("id", appearance)
                .executeUpdate();
    }

    /** Lets the others go first: this one cannot be evaluated right now. */
    void postpone(UUID appearance, Duration wait) {
        entities.createNativeQuery("""
                        update touch set first_at = now() + :millis * interval '1 millisecond',
                            last_at = now() + :millis * interval '1 millisecond'
                        where appearance_id = :id""")
                .setParameter("id", appearance)
                .setParameter("millis", wait.toMillis())
                .executeUpdate();
    }

    /** Touches, a bounded number at a time, what has a newer state than the one that was evaluated last. */
    int resync(int limit) {
        return entities.createNativeQuery("""
                        insert into touch (appearance_id, conference_id, first_at, last_at)
                        select distinct briefing.appearance_id, briefing.conference_id, now(), now()
                        from briefing
                            join appearance on appearance.id = briefing.appearance_id
                            left join slot on slot.appearance_id = briefing.appearance_id
                            left join presenter on presenter.id = briefing.presenter_id
                            left join address on address.id = briefing.presenter_id
                        where (evaluated_appearance is distinct from appearance.revision
                            or evaluated_slot is distinct from slot.revision
                            or evaluated_presenter is distinct from presenter.revision
                            or evaluated_address is distinct from address.revision)
                            and not exists (select from touch where touch.appearance_id = briefing.appearance_id)
                        order by briefing.appearance_id limit :limit on conflict do nothing""").setParameter("limit", limit).executeUpdate();
    }

    private <T> List<T> rows(String sql, Class<T> type) {
        return rows(query(sql, type));
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private static <T> List<T> rows(Query query) {
        return query.getResultList();
    }

    private Query query(String sql, Class<?> type) {
        return entities.createNativeQuery(sql, type)
                .setParameter("quiet", ConferenceSettings.QUIET_PERIOD.toMillis())
                .setParameter("max", ConferenceSettings.MAX_DELAY.toMillis());
    }
}
