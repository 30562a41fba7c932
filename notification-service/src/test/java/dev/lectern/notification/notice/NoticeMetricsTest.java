package dev.lectern.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators see of the mails that are owed. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class NoticeMetricsTest {

    @Inject
    MeterRegistry metrics;

    /** Nor does it become due of what other tests have left: who evaluates that at the moment is waited for. */
    @BeforeEach
    void nothingIsOwed() {
        execute("delete from touch");
        execute("update notice set state = 'SENT' where state in ('DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS')");
    }

    @Test
    void whatIsOwedIsCountedAndTimed() {
        // Given
        var programme = Programme.impatientConference();
        var talk = programme.talk(
                3,
                "Bells",
                programme.presenter("Ann ZYGALSKI", "ann@home.example"),
                programme.presenter("Bob BELL", "bob@home.example"));
        programme.place(talk, "Auditorium", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        // When
        execute("update notice set next_attempt_at = now() - interval '90 seconds' where state = 'DUE'");
        // Then
        await().untilAsserted(() -> {
            assertThat(open(NoticeState.DUE)).isEqualTo(2);
            assertThat(open(NoticeState.RETRYING)).isZero();
            assertThat(metrics.get("lectern.notices.due.age").gauge().value()).isBetween(90.0, 120.0);
        });
    }

    @Test
    void whoseTimeIsStillToComeDoesNotWait() {
        // Given
        var programme = Programme.impatientConference();
        programme.place(
                programme.talk(3, "Bells", programme.presenter("Ann ZYGALSKI", "ann@home.example")),
                "Auditorium",
                "2027-03-02T10:00",
                30);
        programme.untilQuiet();
        // When
        execute(
                "update notice set state = 'RETRYING', next_attempt_at = now() + interval '1 hour' where state = 'DUE'");
        // Then
        await().untilAsserted(() -> {
            assertThat(open(NoticeState.RETRYING)).isEqualTo(1);
            assertThat(metrics.get("lectern.notices.due.age").gauge().value()).isZero();
        });
    }

    private double open(NoticeState state) {
        return metrics.get("lectern.notices.open")
                .tag("state", state.name())
                .gauge()
                .value();
    }

    private static void execute(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Panache.getEntityManager().createNativeQuery(statement).executeUpdate());
    }
}
