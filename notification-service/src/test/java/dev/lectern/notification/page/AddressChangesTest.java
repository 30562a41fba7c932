package dev.lectern.notification.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackingServices.class)
class AddressChangesTest {

    @Inject
    AddressChanges changes;

    @Inject
    EntityManager entities;

    @Test
    void whatNobodyConfirmedInTimeIsForgotten() {
        var late = UUID.randomUUID();
        var inTime = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            changes.ask(UUID.randomUUID(), late, "late@home.example");
            changes.ask(UUID.randomUUID(), inTime, "early@home.example");
            entities.createNativeQuery(
                            "update address_change set made_at = now() - interval '4 days' where presenter_id = :late")
                    .setParameter("late", late)
                    .executeUpdate();
        });
        changes.forgetOld();
        assertThat(left(late)).isZero();
        assertThat(left(inTime)).isEqualTo(1);
    }

    private long left(UUID presenter) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) entities.createNativeQuery(
                        "select count(*) from address_change where presenter_id = :presenter", Long.class)
                .setParameter("presenter", presenter)
                .getSingleResult());
    }
}
