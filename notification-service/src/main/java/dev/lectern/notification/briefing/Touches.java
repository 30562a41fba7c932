package dev.lectern.notification.briefing;

import dev.lectern.notification.replica.StatesArriving;
import dev.lectern.notification.replica.Touched;
import dev.lectern.notification.settings.ConferenceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;

/**
 * Which appearances something happened to. Whoever changes what an evaluation reads takes these rows first, all at
 * once and ordered by id: so nothing changes while an appearance is evaluated, and nobody waits in a circle.
 */
@ApplicationScoped
class Touches {

    private static final String INSERT =
            "insert into touch (appearance_id, conference_id, first_at, last_at, due_at, in_company, hold) ";

    /** Once nothing has happened for the quiet period, or at last when the longest delay has passed. */
    private static final String OR_AGAIN = """
             on conflict (appearance_id) do update
            set last_at = greatest(touch.last_at, excluded.last_at),
                in_company = touch.in_company or excluded.in_company,
                hold = touch.hold or excluded.hold,
                due_at = (select least(
                        greatest(touch.due_at, excluded.due_at),
                        touch.first_at + (coalesce(max(max_millis), :max) + :gathering) * interval '1 millisecond')
                    from settings where settings.conference_id = touch.conference_id)""";

    /** How long the states that one change has altered may take to arrive, one after the other, on a busy machine. */
    static final Duration GATHERING = Duration.ofSeconds(2);

    private final EntityManager entities;
    private final Event<Touched> touched;

    Touches(EntityManager entities, Event<Touched> touched) {
        this.entities = entities;
        this.touched = touched;
    }

    void touch(@Observes StatesArriving arriving) {
        if (!arriving.appearances().isEmpty()) {
            touchAppearances(arriving);
        }
        if (!arriving.presenters().isEmpty() || !arriving.conferences().isEmpty()) {
            touchBriefed(arriving.presenters(), arriving.conferences());
        }
        touched.fire(new Touched());
    }

    /** Who is told of one of those with company may be told of the others with it: so it waits for them. */
    private void touchAppearances(StatesArriving arriving) {
        var appearances = arriving.appearances();
        var sql = """
                select appearance, conference, now(), now(), now() + interval '1 millisecond' * (
                    coalesce(quiet_millis, :quiet) + case when appearance = any (:with_company) then :gathering else 0 end),
                    appearance = any (:with_company), appearance = any (:held)
                from unnest(:appearances, :conferences) as arriving (appearance, conference)
                    left join settings on settings.conference_id = conference
                order by appearance""";
        withDefaults(entities.createNativeQuery(INSERT + sql + OR_AGAIN))
                .setParameter("with_company", array(arriving.withCompany()))
                .setParameter("held", array(arriving.held()))
                .setParameter("appearances", array(appearances.keySet()))
                .setParameter(
                        "conferences",
                        appearances.keySet().stream().map(appearances::get).toArray(UUID[]::new))
                .executeUpdate();
    }

    /** All appearances that these presenters are or were briefed on, and all of these conferences. */
    private void touchBriefed(Collection<UUID> presenters, Collection<UUID> conferences) {
        var sql = """
                select distinct appearance_id, conference_id, now(), now(),
                    now() + coalesce(quiet_millis, :quiet) * interval '1 millisecond', false, false
                from briefing left join settings using (conference_id)
                where presenter_id = any (:presenters) or conference_id = any (:conferences) order by appearance_id""";
        withDefaults(entities.createNativeQuery(INSERT + sql + OR_AGAIN))
                .setParameter("presenters", array(presenters))
                .setParameter("conferences", array(conferences))
                .executeUpdate();
    }

    private static Query withDefaults(Query query) {
        return query.setParameter("gathering", GATHERING.toMillis())
                .setParameter("quiet", ConferenceSettings.QUIET_PERIOD.toMillis())
                .setParameter("max", ConferenceSettings.MAX_DELAY.toMillis());
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
