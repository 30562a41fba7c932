package dev.lectern.chassis.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.sample.Pebble;
import dev.lectern.chassis.testing.BackingServices;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class ReplicaTest {

    private static final Replica<Pebble> REPLICA = new Replica<>("pebble", Pebble.class);

    private final Pebble first = new Pebble(UUID.randomUUID(), 3, 2);
    private final Pebble second = new Pebble(UUID.randomUUID(), 5, 2);

    @Test
    void whatIsNewOrHigherIsStoredAndNothingElse() {
        store(List.of(first, second));
        var newer = new Pebble(first.id(), 4, 3);
        var third = new Pebble(UUID.randomUUID(), 6, 1);

        var news = store(List.of(newer, new Pebble(second.id(), 9, 2), third));

        assertThat(news).containsExactly(newer, third);
        assertThat(stored()).containsExactlyInAnyOrder(4, 5);
    }

    @Test
    void nothingIsNoNews() {
        assertThat(store(List.of())).isEmpty();
    }

    private static List<Pebble> store(List<Pebble> pebbles) {
        return QuarkusTransaction.requiringNew().call(() -> REPLICA.store(pebbles));
    }

    private List<Integer> stored() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession()
                        .createNativeQuery("select weight from pebble where id in (:first, :second)", Integer.class)
                        .setParameter("first", first.id())
                        .setParameter("second", second.id())
                        .getResultList());
    }
}
