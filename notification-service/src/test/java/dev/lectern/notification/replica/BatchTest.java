package dev.lectern.notification.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.Examples;
import dev.lectern.chassis.testing.Statements;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What the catalog tells of a whole conference at once, as after an import. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class BatchTest {

    private static final int MANY = 300;

    /** Of what a batch needs, and of what may go on beside it meanwhile. */
    private static final long FEW = 40;

    @Inject
    PresenterEvents presenters;

    @Inject
    ContributionEvents contributions;

    @Inject
    SessionFactory sessions;

    private final UUID conference = UUID.randomUUID();
    private final List<UUID> people = ids();
    private final List<UUID> talks = ids();

    @Test
    void manyPresentersAreTakenInByFewStatements() {
        assertThat(statementsOf(() -> take(presenters, people(1)))).isLessThan(FEW);
        assertThat(statementsOf(() -> take(presenters, people(2)))).isLessThan(FEW);

        assertThat(count("select count(*) from presenter where revision = 2 and conference_id = :conference"))
                .isEqualTo(MANY);
    }

    @Test
    void manyTalksAreTakenInAndTheirBriefingsOpenedByFewStatements() {
        assertThat(statementsOf(() -> take(contributions, talks(1)))).isLessThan(FEW);
        take(contributions, talks(1));

        assertThat(count("select count(*) from briefing where conference_id = :conference"))
                .isEqualTo(MANY);
    }

    private static List<UUID> ids() {
        return Stream.generate(UUID::randomUUID).limit(MANY).toList();
    }

    private List<PresenterEvent> people(int revision) {
        return people.stream()
                .map(id -> event(
                        "presenter.v1.imported",
                        Map.of("id", id, "revision", revision, "conferenceId", conference),
                        PresenterEvent.class))
                .toList();
    }

    private List<ContributionEvent> talks(int revision) {
        return IntStream.range(0, MANY)
                .mapToObj(number -> event(
                        "contribution.v1.created",
                        Map.of(
                                "id",
                                talks.get(number),
                                "revision",
                                revision,
                                "conferenceId",
                                conference,
                                "number",
                                number,
                                "presenters",
                                List.of(Map.of("id", people.get(number), "name", "Ada L."))),
                        ContributionEvent.class))
                .toList();
    }

    private static <E> E event(String example, Map<String, Object> members, Class<E> type) {
        var event = Examples.of("catalog-service", example);
        event.putAll(members);
        return EventJson.MAPPER.convertValue(event, type);
    }

    private static <E> void take(EventHandler<E> handler, List<E> events) {
        QuarkusTransaction.requiringNew().run(() -> {
            handler.lock(events);
            handler.accept(events);
        });
    }

    private long statementsOf(Runnable work) {
        return Statements.during(work, sessions);
    }

    private long count(String query) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) Panache.getEntityManager()
                .createNativeQuery(query, Long.class)
                .setParameter("conference", conference)
                .getSingleResult());
    }
}
