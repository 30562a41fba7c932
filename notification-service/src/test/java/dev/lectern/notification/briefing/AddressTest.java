package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Presenters and their addresses come on two topics, in any order. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class AddressTest {

    private Programme programme;
    private Reader ann;

    @BeforeEach
    void aPlacedTalk() {
        programme = Programme.impatientConference();
        ann = new Reader(UUID.randomUUID(), "Ann Z.");
        programme.place(programme.talk(3, "Loom", ann), "Auditorium", "2027-03-02T10:00", 30);
    }

    @Test
    void nobodyIsTakenForUnreachableBeforeTheirAddressIsKnown() {
        programme.isNamed(ann);
        programme.untilQuiet();
        assertThat(programme.state(ann)).isEqualTo("UNANNOUNCED");

        programme.isReachedAt(ann, "ann@uni.example");
        programme.deliverAll();

        assertThat(programme.told()).containsExactly("SCHEDULED to ann@uni.example");
    }

    @Test
    void anAddressMayComeBeforeWhoHasIt() {
        programme.isReachedAt(ann, "ann@uni.example");
        programme.untilQuiet();
        assertThat(programme.told()).isEmpty();

        programme.isNamed(ann);
        programme.deliverAll();

        assertThat(programme.told()).containsExactly("SCHEDULED to ann@uni.example");
    }

    @Test
    void whoHasNoneIsKnownToHaveNone() {
        programme.hasAddress(ann, null);
        programme.untilQuiet();

        assertThat(programme.state(ann)).isEqualTo("NO_ADDRESS");
    }

    @Test
    void nobodyIsToldAnythingBecauseTheirAddressIsToldAgain() {
        programme.hasAddress(ann, "ann@uni.example");
        programme.deliverAll();

        programme.repeat(ann);
        programme.deliverAll();

        assertThat(programme.told()).containsExactly("SCHEDULED to ann@uni.example");
        assertThat(programme.state(ann)).isEqualTo("TOLD");
    }

    @Test
    void theAddressGoesWithWhoIsErasedAndDoesNotComeBack() {
        programme.hasAddress(ann, "ann@uni.example");
        programme.deliverAll();

        programme.isForgotten(ann);
        programme.untilQuiet();
        assertThat(addresses()).isZero();

        programme.isReachedAt(ann, "ann@uni.example");
        programme.untilQuiet();
        assertThat(addresses()).isZero();
    }

    private long addresses() {
        return QuarkusTransaction.requiringNew().call(() -> (Long) Panache.getEntityManager()
                .createNativeQuery(
                        "select count(*) from address where id = :id and (email is not null or not deleted)",
                        Long.class)
                .setParameter("id", ann.id())
                .getSingleResult());
    }
}
