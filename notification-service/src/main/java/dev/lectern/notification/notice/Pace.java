package dev.lectern.notification.notice;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The mails that presenters of a conference got within the last hour or are about to get. News goes first: it waits for
 * other news only, while messages of organisers wait for all mails. Who confirms an address waits for that mail, so it
 * does not count.
 */
public final class Pace {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<UUID, List<Instant>> latestFirst;

    private Pace(Map<UUID, List<Instant>> latestFirst) {
        this.latestFirst = latestFirst;
    }

    /** What news waits for. Runs in a transaction. */
    public static Pace ofNews(UUID conference, Collection<UUID> presenters) {
        return of(conference, presenters, Set.of(), Set.of(Kind.ADDRESS_CHANGE, Kind.MESSAGE));
    }

    /** What messages wait for. Runs in a transaction. */
    public static Pace ofAll(UUID conference, Collection<UUID> presenters) {
        return ofAll(conference, presenters, Set.of());
    }

    /** As if some notices were not about to be sent. */
    public static Pace ofAll(UUID conference, Collection<UUID> presenters, Collection<UUID> without) {
        return of(conference, presenters, without, Set.of(Kind.ADDRESS_CHANGE));
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private static Pace of(
            UUID conference, Collection<UUID> presenters, Collection<UUID> without, Set<Kind> uncounted) {
        List<Tuple> mails = Panache.getEntityManager()
                .createNativeQuery("""
                        select presenter_id, max(case when state in ('SENT', 'SEEN', 'DECLINED') then sent_at
                                else coalesce(next_attempt_at, now()) end) as at
                        from notice
                        where presenter_id = any (:presenters) and conference_id = :conference
                            and kind <> all (:uncounted) and id <> all (:without)
                            and (state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS')
                                or (state in ('SENT', 'SEEN', 'DECLINED') and sent_at > now() - interval '1 hour'))
                        group by presenter_id, coalesce(bundle, id) order by at desc""", Tuple.class)
                .setParameter("presenters", presenters.toArray(UUID[]::new))
                .setParameter("conference", conference)
                .setParameter("uncounted", uncounted.stream().map(Kind::name).toArray(String[]::new))
                .setParameter("without", without.toArray(UUID[]::new))
                .getResultList();
        return new Pace(mails.stream()
                .collect(Collectors.groupingBy(
                        mail -> mail.get(0, UUID.class),
                        HashMap::new,
                        Collectors.mapping(
                                mail -> mail.get(1, Instant.class),
                                Collectors.<Instant, List<Instant>>toCollection(ArrayList::new)))));
    }

    /** How many more mails this presenter may get now. */
    public int room(UUID presenter, int perHour) {
        return Math.max(0, perHour - mails(presenter).size());
    }

    /** When there is room for one, where there is none now. */
    public Instant nextRoom(UUID presenter, int perHour) {
        return mails(presenter).get(perHour - 1).plus(HOUR);
    }

    /** When one more mail goes to this presenter; from now on it counts. */
    public Instant next(UUID presenter, int perHour, Instant now) {
        var next = room(presenter, perHour) > 0 ? now : nextRoom(presenter, perHour);
        var mails = latestFirst.computeIfAbsent(presenter, any -> new ArrayList<>());
        mails.add(next);
        mails.sort(Comparator.reverseOrder());
        return next;
    }

    private List<Instant> mails(UUID presenter) {
        return latestFirst.getOrDefault(presenter, List.of());
    }
}
