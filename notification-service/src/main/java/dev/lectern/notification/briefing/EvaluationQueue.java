package dev.lectern.notification.briefing;

import dev.lectern.notification.settings.ConferenceSettings;
import dev.lectern.notification.settings.SettingsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The touches whose wait is over: nothing has happened for the quiet period, or the longest delay has passed since the
 * first touch. An appearance with a notice that is being handed over waits for the outcome.
 */
@ApplicationScoped
class EvaluationQueue {

    private static final String NOT_BEING_SENT = """
            not exists (select from notice
                where notice.appearance_id = touch.appearance_id and notice.state = 'SENDING')""";

    /** Those that others hold are looked at again by the next resync: nobody waits here. */
    private static final String BY_SETTINGS = """
            update touch set due_at = right_one.due_at
            from (select appearance_id, least(
                        last_at + coalesce(quiet_millis, :quiet) * interval '1 millisecond',
                        first_at + coalesce(max_millis, :max) * interval '1 millisecond') as due_at
                    from touch left join settings using (conference_id)
                    where conference_id = coalesce(cast(:conference as uuid), conference_id)
                    order by appearance_id for update of touch skip locked) as right_one
            where touch.appearance_id = right_one.appearance_id
                and touch.due_at not between right_one.due_at
                    and right_one.due_at + :gathering * interval '1 millisecond'""";

    private final EntityManager entities;

    EvaluationQueue(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The appearances that have been due for longest, their touches locked; those that others are at are left out. With
     * those in company come more appearances of their readers, whose time is over as soon as the first one's is.
     */
    List<UUID> lockDue(int limit, int more) {
        var sql = "select appearance_id, in_company from touch where due_at <= now() and " + NOT_BEING_SENT
                + " order by due_at limit :limit for update skip locked";
        List<Tuple> due = rows(entities.createNativeQuery(sql, Tuple.class).setParameter("limit", limit));
        var inCompany = due.stream()
                .filter(row -> row.get(1, Boolean.class))
                .map(EvaluationQueue::appearance)
                .toList();
        return Stream.concat(
                        due.stream().map(EvaluationQueue::appearance),
                        inCompany.isEmpty() ? Stream.of() : lockMoreOf(inCompany, more))
                .distinct()
                .toList();
    }

    private Stream<UUID> lockMoreOf(Collection<UUID> due, int limit) {
        var sql = "select appearance_id from touch where due_at <= now() + :gathering * interval '1 millisecond' and "
                + NOT_BEING_SENT + """
                 and appearance_id in (
                    select also.appearance_id
                    from briefing join briefing as also using (presenter_id) where briefing.appearance_id = any (:due))
                order by due_at limit :limit for update skip locked""";
        List<Tuple> rows = rows(entities.createNativeQuery(sql, Tuple.class)
                .setParameter("gathering", Touches.GATHERING.toMillis())
                .setParameter("due", array(due))
                .setParameter("limit", limit));
        return rows.stream().map(EvaluationQueue::appearance);
    }

    private static UUID appearance(Tuple row) {
        return row.get(0, UUID.class);
    }

    /** Whether the appearance is due still; then its touch is locked. */
    boolean lock(UUID appearance) {
        var sql = "select appearance_id from touch where appearance_id = :id and due_at <= now() and " + NOT_BEING_SENT
                + " for update skip locked";
        return !rows(entities.createNativeQuery(sql, Tuple.class).setParameter("id", appearance))
                .isEmpty();
    }

    /** Those of the appearances whose notices are to be held. */
    Set<UUID> held(Collection<UUID> appearances) {
        var sql = "select appearance_id, hold from touch where hold and appearance_id = any (:ids)";
        List<Tuple> rows = rows(entities.createNativeQuery(sql, Tuple.class).setParameter("ids", array(appearances)));
        return rows.stream().map(EvaluationQueue::appearance).collect(Collectors.toSet());
    }

    /** Lets nobody delete the conferences before the notices that are made now are there to be deleted with them. */
    void holdConferences(Collection<UUID> appearances) {
        entities.createNativeQuery("""
                        select revision from conference where id in (
                            select conference_id from touch where appearance_id = any (:appearances))
                        order by id for share""")
                .setParameter("appearances", array(appearances))
                .getResultList();
    }

    /** How long until the next is due, at most the limit. */
    Duration untilNext(Duration limit) {
        var sql = "select cast(ceil(extract(epoch from due_at - clock_timestamp()) * 1000) as bigint) from touch where "
                + NOT_BEING_SENT + " order by due_at limit 1";
        return EvaluationQueue.<Tuple>rows(entities.createNativeQuery(sql, Tuple.class)).stream()
                .map(row -> row.get(0, Long.class))
                .findFirst()
                .map(millis -> Duration.ofMillis(Math.max(0, Math.min(millis, limit.toMillis()))))
                .orElse(limit);
    }

    /** When those of the appearances are due that have been touched. */
    Map<UUID, Instant> dueAt(Collection<UUID> appearances) {
        var sql = "select appearance_id, due_at from touch where appearance_id = any (:ids)";
        List<Tuple> rows = rows(entities.createNativeQuery(sql, Tuple.class).setParameter("ids", array(appearances)));
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Instant.class)));
    }

    void forget(Collection<UUID> appearances) {
        entities.createNativeQuery("delete from touch where appearance_id = any (:ids)")
                .setParameter("ids", array(appearances))
                .executeUpdate();
    }

    /**
     * Has these evaluated at once. Those that were touched anyway are due when they were.
     *
     * @param held those of them whose notices are to be held
     */
    void touch(Map<UUID, UUID> conferenceByAppearance, Set<UUID> held) {
        entities.createNativeQuery("""
                        insert into touch (appearance_id, conference_id, first_at, last_at, due_at, hold)
                        select appearance, conference, now(), now(), now(), appearance = any (:held)
                        from unnest(:appearances, :conferences) as again (appearance, conference)
                        order by appearance on conflict (appearance_id) do update
                        set hold = touch.hold or excluded.hold where excluded.hold and not touch.hold""")
                .setParameter("held", array(held))
                .setParameter("appearances", array(conferenceByAppearance.keySet()))
                .setParameter(
                        "conferences",
                        conferenceByAppearance.keySet().stream()
                                .map(conferenceByAppearance::get)
                                .toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Lets the others go first: this one cannot be evaluated right now. */
    void postpone(UUID appearance, Duration wait) {
        entities.createNativeQuery("""
                        update touch set first_at = later, last_at = later, due_at = later
                        from (select now() + :millis * interval '1 millisecond' as later) as wait
                        where appearance_id = :id""")
                .setParameter("id", appearance)
                .setParameter("millis", wait.toMillis())
                .executeUpdate();
    }

    /** A change of settings holds at once, for what waits too. */
    void reschedule(@Observes SettingsChanged changed) {
        rescheduleThoseOf(changed.conference().toString());
        entities.createNativeQuery("""
                        update briefing set waits_until = now() where id in (
                            select id from briefing where conference_id = :conference and waits_until > now()
                            order by seq for update skip locked)""")
                .setParameter("conference", changed.conference())
                .executeUpdate();
    }

    /** @param conference its id; null for all */
    private void rescheduleThoseOf(String conference) {
        entities.createNativeQuery(BY_SETTINGS)
                .setParameter("conference", conference)
                .setParameter("gathering", Touches.GATHERING.toMillis())
                .setParameter("quiet", ConferenceSettings.QUIET_PERIOD.toMillis())
                .setParameter("max", ConferenceSettings.MAX_DELAY.toMillis())
                .executeUpdate();
    }

    /**
     * Touches, a bounded number at a time, what has a newer state than the one that was evaluated last, or has waited long
     * enough, and sets right
     * when touches are due that were made while settings changed.
     */
    int resync(int limit) {
        rescheduleThoseOf(null);
        return entities.createNativeQuery("""
                        insert into touch (appearance_id, conference_id, first_at, last_at, due_at)
                        select distinct briefing.appearance_id, briefing.conference_id, now(), now(), now()
                        from briefing
                            join appearance on appearance.id = briefing.appearance_id
                            left join slot on slot.appearance_id = briefing.appearance_id
                            left join presenter on presenter.id = briefing.presenter_id
                            left join address on address.id = briefing.presenter_id
                        where (evaluated_appearance is distinct from appearance.revision
                            or evaluated_slot is distinct from slot.revision
                            or evaluated_presenter is distinct from presenter.revision
                            or evaluated_address is distinct from address.revision
                            or waits_until <= now())
                            and not exists (select from touch where touch.appearance_id = briefing.appearance_id)
                        order by briefing.appearance_id limit :limit on conflict do nothing""").setParameter("limit", limit).executeUpdate();
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private static <T> List<T> rows(Query query) {
        return query.getResultList();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
