package dev.lectern.notification.link;

import dev.lectern.notification.replica.ConferenceDeleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The link to each presenter's page: a random token that nobody can guess, until it is revoked. */
@ApplicationScoped
public class PresenterLinks {

    private static final int TOKEN_BYTES = 24;

    /** Whose page it is. */
    public record Link(UUID presenter, UUID conference) {}

    private final EntityManager entities;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    /** @param publicUrl the gateway's origin, no slash at the end */
    PresenterLinks(EntityManager entities, @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        this.entities = entities;
        this.publicUrl = publicUrl;
    }

    /** By presenter; whoever has none gets one. Runs in a transaction. */
    public Map<UUID, String> urls(UUID conference, Collection<UUID> presenters) {
        var ids = presenters.stream().distinct().sorted().toArray(UUID[]::new);
        entities.createNativeQuery("""
                        insert into presenter_link (presenter_id, conference_id, token, made_at)
                        select presenter, :conference, token, now()
                        from unnest(:presenters, :tokens) as fresh (presenter, token)
                        where not exists (select from presenter_link where presenter_id = presenter)
                        order by presenter on conflict do nothing""")
                .setParameter("conference", conference)
                .setParameter("presenters", ids)
                .setParameter(
                        "tokens", Arrays.stream(ids).map(any -> newToken()).toArray(String[]::new))
                .executeUpdate();
        return rows("select presenter_id, token from presenter_link where presenter_id = any (:value)", ids).stream()
                .collect(Collectors.toMap(
                        row -> row.get(0, UUID.class), row -> publicUrl + "/presenter/" + row.get(1, String.class)));
    }

    public Optional<Link> find(String token) {
        return rows("select presenter_id, conference_id from presenter_link where token = :value", token).stream()
                .map(row -> new Link(row.get(0, UUID.class), row.get(1, UUID.class)))
                .findFirst();
    }

    /** The next mail to the presenter has another one. Whether there was one. */
    public boolean revoke(UUID conference, UUID presenter) {
        return entities.createNativeQuery(
                                "delete from presenter_link where conference_id = :conference and presenter_id = :presenter")
                        .setParameter("conference", conference)
                        .setParameter("presenter", presenter)
                        .executeUpdate()
                > 0;
    }

    void forget(@Observes ConferenceDeleted deleted) {
        entities.createNativeQuery("delete from presenter_link where conference_id = :conference")
                .setParameter("conference", deleted.conference())
                .executeUpdate();
    }

    private String newToken() {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    private List<Tuple> rows(String sql, Object value) {
        return entities.createNativeQuery(sql, Tuple.class)
                .setParameter("value", value)
                .getResultList();
    }
}
