package dev.lectern.notification.page;

import dev.lectern.notification.replica.ConferenceDeleted;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.PresenterChanged;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** New addresses that presenters gave, and whether they have confirmed them. Runs in transactions. */
@ApplicationScoped
class AddressChanges {

    private static final int SECRET_BYTES = 24;

    /** Who has not confirmed it by then asks anew. */
    private static final Duration KEPT = Duration.ofDays(3);

    /** Whose address it is to be, or is since it was confirmed. */
    record Change(UUID presenter, UUID conference, String address, boolean isConfirmed) {}

    private final EntityManager entities;
    private final SecureRandom random = new SecureRandom();

    AddressChanges(EntityManager entities) {
        this.entities = entities;
    }

    /** In the place of one that was asked for before. Returns the secret that confirms it. */
    String ask(UUID conference, UUID presenter, String address) {
        var secret = newSecret();
        entities.createNativeQuery("""
                        insert into address_change (presenter_id, conference_id, address, secret, made_at)
                        values (:presenter, :conference, :address, :secret, now())
                        on conflict (presenter_id) do update
                        set address = excluded.address, secret = excluded.secret, made_at = excluded.made_at,
                            confirmed_at = null""")
                .setParameter("presenter", presenter)
                .setParameter("conference", conference)
                .setParameter("address", address)
                .setParameter("secret", secret)
                .executeUpdate();
        return secret;
    }

    Optional<Change> withSecret(String secret) {
        return find("secret = :value", secret);
    }

    /** The one that is still to be confirmed. */
    Optional<Change> of(UUID presenter) {
        return find("confirmed_at is null and presenter_id = :value", presenter);
    }

    /** Whether it was not before. */
    boolean confirm(String secret) {
        return entities.createNativeQuery("""
                                update address_change set confirmed_at = now()
                                where secret = :secret and confirmed_at is null""").setParameter("secret", secret).executeUpdate() > 0;
    }

    private void close(UUID presenter) {
        entities.createNativeQuery("delete from address_change where presenter_id = :presenter")
                .setParameter("presenter", presenter)
                .executeUpdate();
    }

    /** Nobody can confirm these any more, and the addresses may be strangers'. */
    @Scheduled(every = "1h")
    void forgetOld() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "delete from address_change where made_at <= now() - :kept * interval '1 second'")
                        .setParameter("kept", KEPT.toSeconds())
                        .executeUpdate());
    }

    /** Who is nobody any more, or another presenter, has asked for nothing. */
    void forget(@Observes PresenterChanged changed) {
        var identities = FormerPresenter.identities(changed.presenters());
        changed.presenters().stream().filter(identities::isFormer).forEach(this::close);
    }

    void forget(@Observes ConferenceDeleted deleted) {
        entities.createNativeQuery("delete from address_change where conference_id = :conference")
                .setParameter("conference", deleted.conference())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private Optional<Change> find(String condition, Object value) {
        List<Tuple> rows = entities.createNativeQuery(
                        "select presenter_id, conference_id, address, confirmed_at is not null from address_change where "
                                + condition + " and made_at > now() - :kept * interval '1 second'",
                        Tuple.class)
                .setParameter("value", value)
                .setParameter("kept", KEPT.toSeconds())
                .getResultList();
        return rows.stream()
                .map(row -> new Change(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, Boolean.class)))
                .findFirst();
    }

    private String newSecret() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
