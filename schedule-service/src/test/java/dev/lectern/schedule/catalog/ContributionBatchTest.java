package dev.lectern.schedule.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.events.EventJson;
import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.Examples;
import dev.lectern.chassis.testing.Statements;
import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.ContributionEvent;
import dev.lectern.schedule.replica.Contributions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** What the catalog tells of a whole conference at once, as after an import. */
@QuarkusTest
@WithTestResource(BackingServices.class)
class ContributionBatchTest {

    private static final int MANY = 300;

    /** Of what a batch needs, and of what may go on beside it meanwhile. */
    private static final long FEW = 40;

    @Inject
    ContributionEvents contributions;

    @Inject
    SessionFactory sessions;

    private final UUID conference = UUID.randomUUID();
    private final List<UUID> ids =
            IntStream.range(0, MANY).mapToObj(number -> UUID.randomUUID()).toList();

    @Test
    void manyNewOnesAreStoredByFewStatements() {
        assertThat(statementsOf(() -> take(1, "Bells"))).isLessThan(FEW);

        assertThat(titles()).hasSize(MANY).containsOnly("Bells");
    }

    @Test
    void manyThatHaveNoPlaceAreAlteredByFewStatements() {
        take(1, "Bells");

        assertThat(statementsOf(() -> take(2, "Clocks"))).isLessThan(FEW);

        assertThat(titles()).hasSize(MANY).containsOnly("Clocks");
    }

    @Test
    void olderOnesChangeNothing() {
        take(2, "Clocks");

        take(1, "Bells");

        assertThat(titles()).hasSize(MANY).containsOnly("Clocks");
    }

    @Test
    void theLaterOneOfTheSameTransactionIsKept() {
        QuarkusTransaction.requiringNew().run(() -> {
            take(1, "Bells");
            take(3, "Clocks");
            take(2, "Ropes");
        });

        assertThat(titles()).hasSize(MANY).containsOnly("Clocks");
    }

    private long statementsOf(Runnable work) {
        return Statements.during(work, sessions);
    }

    private void take(int revision, String title) {
        var events = IntStream.range(0, MANY)
                .mapToObj(number -> event(number, revision, title))
                .toList();
        QuarkusTransaction.joiningExisting().run(() -> {
            contributions.lock(events);
            contributions.accept(events);
        });
    }

    private ContributionEvent event(int number, int revision, String title) {
        var event = Examples.of("catalog-service", "contribution.v1.created");
        event.putAll(Map.of(
                "id",
                ids.get(number),
                "revision",
                revision,
                "conferenceId",
                conference,
                "number",
                number,
                "title",
                title));
        return EventJson.MAPPER.convertValue(event, ContributionEvent.class);
    }

    private List<String> titles() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Contributions.allOf(conference).stream()
                        .map(Contribution::title)
                        .toList());
    }
}
