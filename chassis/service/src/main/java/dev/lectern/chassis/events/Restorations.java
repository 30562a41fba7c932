package dev.lectern.chassis.events;

import dev.lectern.chassis.loop.Loop;
import dev.lectern.chassis.loop.Loop.Rest;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Lets go of what a service that was restored does not know any more, as if it had told of the deletion. Its topics are
 * read independently, so this comes after all that was in them when it was read that all is told.
 */
@ApplicationScoped
class Restorations implements Loop.Work {

    /** Wakes this process' loop once the transaction has committed. */
    record Noted() {}

    private static final Logger LOG = Logger.getLogger(Restorations.class);

    /** Only for what a replica noted that has ended since: whoever notes one follows it at once. */
    private static final Duration GLANCE = Duration.ofMinutes(1);

    private static final Duration STALL = Duration.ofSeconds(30);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int BATCH = 100;

    private final List<EventHandler<?>> handlers;
    private final EntityManager entities;
    private final CaughtUp caughtUp;
    private final Event<Noted> noted;
    private final Loop loop = new Loop("restorations", this);

    Restorations(@All List<EventHandler<?>> handlers, EntityManager entities, CaughtUp caughtUp, Event<Noted> noted) {
        this.handlers = handlers;
        this.entities = entities;
        this.caughtUp = caughtUp;
        this.noted = noted;
    }

    void start(@Observes StartupEvent started) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        loop.stop(FAREWELL);
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Noted one) {
        loop.wake();
    }

    /** Who reads it once more reads what was before it once more too. */
    void note(ReceivedRecord record) {
        entities.createNativeQuery("""
                        insert into restoration (service, revisions_from, is_followed) values (?1, ?2, false)
                        on conflict (service) do update set revisions_from = excluded.revisions_from, is_followed = false
                        where restoration.revisions_from <= excluded.revisions_from""")
                .setParameter(1, Topic.service(record.topic()))
                .setParameter(2, record.read(Restoration.class).revisionsFrom())
                .executeUpdate();
        noted.fire(new Noted());
    }

    @Override
    public Rest step() throws InterruptedException {
        var restored = QuarkusTransaction.requiringNew().call(this::open);
        if (!restored.isEmpty()) {
            caughtUp.await(STALL, (done, all) -> {});
            restored.forEach(this::follow);
        }
        return Rest.upTo(GLANCE);
    }

    @Override
    public Rest failed(Throwable failure) {
        LOG.warnf(
                "what a restored service does not know is let go of later error=%s message=%s",
                failure.getClass().getSimpleName(), failure.getMessage());
        return Rest.allOf(REST_AFTER_FAILURE);
    }

    record Restored(String service, long revisionsFrom) {

        boolean isOf(EventHandler<?> handler) {
            return Topic.service(handler.topic().name()).equals(service);
        }
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private List<Restored> open() {
        List<Tuple> rows = entities.createNativeQuery(
                        "select service, revisions_from from restoration where not is_followed order by service",
                        Tuple.class)
                .getResultList();
        return rows.stream()
                .map(row -> new Restored(row.get(0, String.class), row.get(1, Long.class)))
                .toList();
    }

    void follow(Restored restored) {
        var gone = handlers.stream()
                .filter(restored::isOf)
                .mapToLong(handler -> letGo(handler, restored.revisionsFrom()))
                .sum();
        QuarkusTransaction.requiringNew().run(() -> done(restored));
        LOG.infof(
                "followed a restored service service=%s revisionsFrom=%d gone=%d",
                restored.service(), restored.revisionsFrom(), gone);
    }

    private <E> long letGo(EventHandler<E> handler, long revisionsFrom) {
        var all = 0L;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> letSomeGo(handler, revisionsFrom));
            all += some;
        } while (some == BATCH);
        return all;
    }

    private <E> int letSomeGo(EventHandler<E> handler, long revisionsFrom) {
        var gone = handler.gone(revisionsFrom, BATCH);
        if (!gone.isEmpty()) {
            handler.lock(gone);
            handler.accept(gone);
        }
        return gone.size();
    }

    private void done(Restored restored) {
        entities.createNativeQuery(
                        "update restoration set is_followed = true where service = ?1 and revisions_from = ?2")
                .setParameter(1, restored.service())
                .setParameter(2, restored.revisionsFrom())
                .executeUpdate();
    }
}
