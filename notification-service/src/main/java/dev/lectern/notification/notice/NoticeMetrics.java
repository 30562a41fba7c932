package dev.lectern.notification.notice;

import dev.lectern.chassis.database.Sample;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The mails that are made and owed, for the service's metrics. */
@ApplicationScoped
public class NoticeMetrics {

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** Read from the index of those that are open, however many there were. */
    private static final String OWED = """
            select state, count(*) as notices,
                   cast(coalesce(extract(epoch from now() - min(next_attempt_at)), 0) as double precision) as age
            from notice where state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS') group by state""";

    /**
     * What is owed.
     *
     * @param age how long the one has waited in seconds whose time came first
     */
    private record Owed(Map<NoticeState, Long> notices, double none, double age) {

        /** While the database is away. */
        private static final Owed UNKNOWN = new Owed(Map.of(), Double.NaN, Double.NaN);

        double notices(NoticeState state) {
            var known = notices.get(state);
            return known == null ? none : known;
        }
    }

    private final EntityManager entities;
    private final MeterRegistry metrics;
    private final Sample<Owed> owed = new Sample<>(this::look, Owed.UNKNOWN, FRESH);

    NoticeMetrics(EntityManager entities, MeterRegistry metrics) {
        this.entities = entities;
        this.metrics = metrics;
    }

    public void made(Kind kind) {
        Counter.builder("lectern.notices.made")
                .description("Notices that are to be sent, by what they say")
                .tag("kind", kind.name())
                .register(metrics)
                .increment();
    }

    void register(@Observes StartupEvent started) {
        Stream.of(NoticeState.values())
                .filter(NoticeState::isOpen)
                .forEach(state -> Gauge.builder(
                                "lectern.notices.open",
                                owed,
                                sample -> sample.now().notices(state))
                        .description("Notices that are to be sent still, by their state")
                        .tag("state", state.name())
                        .register(metrics));
        Gauge.builder("lectern.notices.due.age", owed, sample -> sample.now().age())
                .description("How long the notice has waited whose time to be sent came first")
                .baseUnit("seconds")
                .register(metrics);
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private Owed look() {
        List<Tuple> rows = entities.createNativeQuery(OWED, Tuple.class).getResultList();
        var notices = new EnumMap<NoticeState, Long>(NoticeState.class);
        var age = 0.0;
        for (var row : rows) {
            var state = NoticeState.valueOf(row.get(0, String.class));
            notices.put(state, row.get(1, Long.class));
            age = state == NoticeState.SENDING ? age : Math.max(age, row.get(2, Double.class));
        }
        return new Owed(notices, 0, age);
    }
}
