package dev.lectern.schedule.agenda;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Server-sent events that say when an agenda changes, and nothing of what: the revision, now and whenever it is another,
 * until the agenda is not public any more. Vert.x writes them by itself, which takes a fraction of the memory that the
 * framework would keep for each listener.
 */
@ApplicationScoped
class AgendaStreams {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Buffer STILL_THERE = Buffer.buffer(":\n\n");

    /** Somebody who listens; knows what they were told last. */
    private final class Listener {

        private final String slug;
        private final HttpServerResponse response;
        private Agenda.Edition told;

        Listener(String slug, HttpServerResponse response) {
            this.slug = slug;
            this.response = response;
        }

        /** Tells what is new. Who reads too slowly is told at the next occasion; only the latest revision counts. */
        synchronized void look(Buffer nothingNew) {
            var site = sites.current(slug);
            if (response.ended() || response.closed()) {
                listeners.remove(this);
            } else if (site.isEmpty()) {
                response.end();
            } else if (!response.writeQueueFull()) {
                site.get().touch();
                var edition = site.get().agenda().edition();
                var news = edition.equals(told) ? nothingNew : event(edition.revision());
                told = edition;
                if (news.length() > 0) {
                    response.write(news);
                }
            }
        }
    }

    private final Vertx vertx;
    private final Sites sites;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    AgendaStreams(Vertx vertx, Sites sites) {
        this.vertx = vertx;
        this.sites = sites;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(HEARTBEAT.toMillis(), timer -> listeners.forEach(listener -> listener.look(STILL_THERE)));
    }

    void follow(@Observes Sites.Replaced replaced) {
        listeners.stream()
                .filter(listener -> listener.slug.equals(replaced.slug()))
                .forEach(listener -> listener.look(Buffer.buffer()));
    }

    /** The end of the process would wait for them. */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        listeners.stream()
                .map(listener -> listener.response)
                .filter(response -> !response.ended() && !response.closed())
                .forEach(HttpServerResponse::end);
    }

    /** Sends all that is to be said of an agenda, also through a proxy of nginx' that would gather it first. */
    void open(String slug, HttpServerResponse response) {
        PublicReads.allow(response.headers());
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.SERVER_SENT_EVENTS)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no");
        var listener = new Listener(slug, response);
        response.closeHandler(gone -> listeners.remove(listener));
        response.endHandler(end -> listeners.remove(listener));
        listeners.add(listener);
        listener.look(Buffer.buffer());
    }

    private static Buffer event(long revision) {
        return Buffer.buffer("id:" + revision + "\nevent:revision\ndata:" + revision + "\n\n");
    }
}
