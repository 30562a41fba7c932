package dev.lectern.notification.briefing;

import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.replica.ConferenceDeleted;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The addresses of a conference's presenters that take no mail. Nothing is sent to one of them until the presenter has
 * another, or an organiser says that it is right.
 */
@ApplicationScoped
class BadAddresses {

    /**
     * Where mail is on its way to that address, the evaluation takes it back. What was touched anyway is left alone: its
     * touch may be held by who waits for the notices that are held here.
     */
    private static final String ON_ITS_WAY = """
            select appearance_id from notice
            where conference_id = :conference and to_address = :address and id <> :notice and appearance_id is not null
                and state in ('HELD', 'DUE', 'RETRYING', 'AMBIGUOUS')
                and not exists (select from touch where touch.appearance_id = notice.appearance_id)""";

    /** Mails about no talk that wait: no evaluation comes by them. Those that others hold are left alone, as above. */
    private static final String LETTERS = """
            with waiting as (
                select id from notice
                where conference_id = :conference and to_address = :address and id <> :notice
                    and briefing_id is null and presenter_id is not null and state in ('HELD', 'DUE', 'RETRYING')
                order by seq for update skip locked)
            update notice set state = 'BAD_ADDRESS', reason = :reason, next_attempt_at = null
            where id in (select id from waiting)""";

    private static final String BRIEFED = """
            select appearance_id from briefing
            where conference_id = :conference and presenter_id = any (:presenters)
                and not exists (select from touch where touch.appearance_id = briefing.appearance_id)""";

    private final EntityManager entities;
    private final EvaluationQueue queue;

    BadAddresses(EntityManager entities, EvaluationQueue queue) {
        this.entities = entities;
        this.queue = queue;
    }

    /** Why these take no mail, by address; without those that take mail as far as is known. */
    static Map<String, String> among(UUID conference, Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        var reasons = new HashMap<String, String>();
        rows(Panache.getEntityManager()
                        .createNativeQuery(
                                "select address, reason from bad_address where conference_id = :conference and address = any (:addresses)",
                                Tuple.class)
                        .setParameter("conference", conference)
                        .setParameter("addresses", addresses.toArray(String[]::new)))
                .forEach(row -> reasons.put(row.get(0, String.class), row.get(1, String.class)));
        return reasons;
    }

    /** An address that takes no mail, whose it is, and why. */
    record Unheard(UUID presenter, String address, String reason) {}

    /** The first of those that organisers have not been told of; from now on they have. */
    List<Unheard> hear(UUID conference, int most) {
        return rows(entities.createNativeQuery("""
                                update bad_address set heard = true where conference_id = :conference and address in (
                                    select address from bad_address where conference_id = :conference and not heard
                                    order by since, address limit :most)
                                returning presenter_id, address, reason""", Tuple.class)
                        .setParameter("conference", conference)
                        .setParameter("most", most))
                .stream()
                .map(row -> new Unheard(row.get(0, UUID.class), row.get(1, String.class), row.get(2, String.class)))
                .toList();
    }

    /** The address that the notice went to takes no mail. */
    void mark(Notice notice, String reason) {
        var about = notice.about();
        entities.createNativeQuery("""
                        insert into bad_address (conference_id, address, presenter_id, reason, since)
                        values (:conference, :address, :presenter, :reason, now())
                        on conflict (conference_id, address) do update set reason = excluded.reason""")
                .setParameter("conference", about.conferenceId())
                .setParameter("address", notice.message().toAddress())
                .setParameter("presenter", about.presenterId())
                .setParameter("reason", reason)
                .executeUpdate();
        entities.createNativeQuery(LETTERS)
                .setParameter("conference", about.conferenceId())
                .setParameter("address", notice.message().toAddress())
                .setParameter("notice", notice.id())
                .setParameter("reason", reason)
                .executeUpdate();
        touch(
                about.conferenceId(),
                entities.createNativeQuery(ON_ITS_WAY, Tuple.class)
                        .setParameter("conference", about.conferenceId())
                        .setParameter("address", notice.message().toAddress())
                        .setParameter("notice", notice.id()));
    }

    /**
     * Somebody says that the address is right: what these presenters were not told goes there now.
     *
     * @return whether it was taken for a bad one
     */
    boolean trust(UUID conference, String address, Collection<UUID> presenters) {
        touch(
                conference,
                entities.createNativeQuery(BRIEFED, Tuple.class)
                        .setParameter("conference", conference)
                        .setParameter("presenters", presenters.toArray(UUID[]::new)));
        var inBriefings = entities.createNativeQuery("""
                        update briefing set bad_address = null
                        where conference_id = :conference and bad_address = :address""")
                .setParameter("conference", conference)
                .setParameter("address", address)
                .executeUpdate();
        var marked = entities.createNativeQuery(
                        "delete from bad_address where conference_id = :conference and address = :address")
                .setParameter("conference", conference)
                .setParameter("address", address)
                .executeUpdate();
        return marked + inBriefings > 0;
    }

    /** Nothing is left of who was erased. */
    void forget(Collection<UUID> presenters) {
        entities.createNativeQuery("delete from bad_address where presenter_id = any (:presenters)")
                .setParameter("presenters", presenters.toArray(UUID[]::new))
                .executeUpdate();
    }

    void forget(@Observes ConferenceDeleted deleted) {
        entities.createNativeQuery("delete from bad_address where conference_id = :conference")
                .setParameter("conference", deleted.conference())
                .executeUpdate();
    }

    private void touch(UUID conference, Query appearances) {
        var found = rows(appearances).stream()
                .map(row -> row.get(0, UUID.class))
                .collect(Collectors.toMap(appearance -> appearance, any -> conference, (one, again) -> one));
        if (!found.isEmpty()) {
            queue.touch(found, Set.of());
        }
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
