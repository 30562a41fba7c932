package dev.lectern.schedule.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the addresses of previews are signed with, for each conference its own. */
@ApplicationScoped
class PreviewKeys {

    private static final int BYTES = 32;

    private final EntityManager entities;
    private final SecureRandom random = new SecureRandom();

    PreviewKeys(EntityManager entities) {
        this.entities = entities;
    }

    /** The key of a conference, which gets one where it has none. */
    @Transactional
    byte[] make(UUID conference) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        entities.createNativeQuery("insert into preview_key values (?1, ?2) on conflict do nothing")
                .setParameter(1, conference)
                .setParameter(2, key)
                .executeUpdate();
        return of(conference).orElseThrow();
    }

    @Transactional
    Optional<byte[]> of(UUID conference) {
        Stream<?> keys = entities.createNativeQuery(
                        "select key from preview_key where conference_id = ?1", byte[].class)
                .setParameter(1, conference)
                .getResultStream();
        return keys.map(byte[].class::cast).findFirst();
    }

    /** Whether there was one. */
    @Transactional
    boolean forget(UUID conference) {
        return entities.createNativeQuery("delete from preview_key where conference_id = ?1")
                        .setParameter(1, conference)
                        .executeUpdate()
                > 0;
    }
}
