package dev.lectern.chassis.sample;

import dev.lectern.chassis.events.EventHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** A consumer as services have them, for a thing that no service has. */
@ApplicationScoped
public class Pebbles implements EventHandler<Pebble> {

    private final EntityManager entities;

    Pebbles(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String topic() {
        return Pebble.TOPIC;
    }

    @Override
    public String type() {
        return Pebble.TYPE;
    }

    @Override
    public Class<Pebble> event() {
        return Pebble.class;
    }

    @Override
    public void accept(Pebble pebble) {
        entities.createNativeQuery("""
                        insert into pebble (id, weight, revision) values (?1, ?2, ?3)
                        on conflict (id) do update set weight = excluded.weight, revision = excluded.revision
                        where pebble.revision < excluded.revision""")
                .setParameter(1, pebble.id())
                .setParameter(2, pebble.weight())
                .setParameter(3, pebble.revision())
                .executeUpdate();
    }

    public Integer weightOf(UUID id) {
        var found = entities.createNativeQuery("select weight from pebble where id = ?1", Integer.class)
                .setParameter(1, id)
                .getResultList();
        return found.isEmpty() ? null : (Integer) found.get(0);
    }
}
