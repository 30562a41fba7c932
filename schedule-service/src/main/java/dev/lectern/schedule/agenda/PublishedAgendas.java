package dev.lectern.schedule.agenda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.problem.Refused;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The agendas as they are sent. A revision is rendered once for each format and kept until the next one replaces it;
 * the revision itself is asked of the database each time, so an edit is visible to the next reader on every replica.
 */
@ApplicationScoped
class PublishedAgendas {

    private record Key(String slug, Format format) {}

    /** A rendition that there is, or that is being made, for readers of a revision. */
    private record Making(long revision, Uni<Rendition> rendition) {}

    private final Revisions revisions;
    private final AgendaReader reader;
    private final ObjectMapper json;
    private final String publicUrl;
    private final Map<Key, Making> latest = new ConcurrentHashMap<>();

    PublishedAgendas(
            Revisions revisions,
            AgendaReader reader,
            ObjectMapper json,
            @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        this.revisions = revisions;
        this.reader = reader;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    /** Fails with 404 when there is no such agenda, or none that is public. */
    Uni<Rendition> get(String slug, Format format) {
        var key = new Key(slug, format);
        return revisions
                .of(slug)
                .flatMap(revision -> revision.map(current -> get(key, current)).orElseGet(() -> gone(slug)));
    }

    /** One of a crowd that waits for a new revision has it rendered, and the others wait without a thread. */
    private Uni<Rendition> get(Key key, long revision) {
        return latest.compute(
                        key,
                        (any, kept) -> kept != null && kept.revision() >= revision
                                ? kept
                                : new Making(revision, rendered(key)))
                .rendition();
    }

    private Uni<Rendition> rendered(Key key) {
        return Uni.createFrom()
                .item(() -> render(reader.read(key.slug()).orElseThrow(PublishedAgendas::noAgenda), key.format()))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .onFailure()
                .invoke(() -> latest.remove(key))
                .memoize()
                .indefinitely();
    }

    private Uni<Rendition> gone(String slug) {
        latest.keySet().removeIf(key -> key.slug().equals(slug));
        return Uni.createFrom().failure(PublishedAgendas::noAgenda);
    }

    private static Refused noAgenda() {
        return Refused.notFound("There is no published agenda here");
    }

    private Rendition render(Agenda agenda, Format format) {
        var bytes =
                switch (format) {
                    case JSON -> json(agenda);
                    case HTML -> AgendaPage.of(agenda).render().getBytes(StandardCharsets.UTF_8);
                    case ICS -> AgendaCalendar.render(agenda, publicUrl).getBytes(StandardCharsets.UTF_8);
                };
        return new Rendition(format, bytes);
    }

    private byte[] json(Agenda agenda) {
        try {
            return json.writeValueAsBytes(agenda);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an agenda cannot be written as JSON", e);
        }
    }
}
