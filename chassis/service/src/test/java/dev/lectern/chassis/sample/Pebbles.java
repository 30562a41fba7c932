package dev.lectern.chassis.sample;

import dev.lectern.chassis.events.EventHandler;
import dev.lectern.chassis.events.Topic;
import dev.lectern.chassis.replica.Replica;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** A consumer as services have them, for a thing that no service has. */
@ApplicationScoped
public class Pebbles implements EventHandler<Pebble> {

    private static final Replica<Pebble> REPLICA = new Replica<>("pebble", Pebble.class);

    private final EntityManager entities;

    Pebbles(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Topic<Pebble> topic() {
        return new Topic<>(Pebble.TOPIC, Pebble.TYPE, Pebble.class);
    }

    @Override
    public void accept(List<Pebble> pebbles) {
        REPLICA.store(pebbles);
    }

    /** Of a pebble that is gone a grain is left. */
    @Override
    public List<Pebble> gone(long revision, int most) {
        return REPLICA.below(revision, "weight > 1", most).stream()
                .map(pebble -> new Pebble(pebble.id(), 1, revision))
                .toList();
    }

    public Integer weightOf(UUID id) {
        var found = entities.createNativeQuery("select weight from pebble where id = ?1", Integer.class)
                .setParameter(1, id)
                .getResultList();
        return found.isEmpty() ? null : (Integer) found.get(0);
    }
}
