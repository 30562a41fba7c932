package dev.lectern.schedule.agenda;

import dev.lectern.chassis.loop.Loop;
import dev.lectern.chassis.loop.Loop.Rest;
import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.change.AgendaChanged;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The sites of the conferences that are being read. Readers have them from memory; a thread follows the database, and
 * replaces each as a whole once a later revision of its agenda is rendered.
 */
@ApplicationScoped
class Sites implements Loop.Work {

    private static final Logger LOG = Logger.getLogger(Sites.class);

    /** The safety net only: a commit of this process and the topic of agendas both wake the thread. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    /** After each rendering, in its own length: a conference that is edited without a pause leaves time for others. */
    private static final int REST_PER_WORK = 3;

    private static final Duration KEPT_UNREAD = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** Somebody who waits for a version. */
    private record Waiter(String slug, long minVersion, UniEmitter<? super Site> emitter) {}

    private final Revisions revisions;
    private final AgendaReader reader;
    private final Loop loop = new Loop("agenda", this);
    private final Map<String, Site> current = new ConcurrentHashMap<>();
    private final Map<String, Uni<Site>> loading = new ConcurrentHashMap<>();
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();

    Sites(Revisions revisions, AgendaReader reader) {
        this.revisions = revisions;
        this.reader = reader;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop(FAREWELL);
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgendaChanged changed) {
        look();
    }

    /** Something may have changed. */
    void look() {
        loop.wake();
    }

    /** The site as it is in memory. */
    Optional<Site> current(String slug) {
        return Optional.ofNullable(current.get(slug));
    }

    /** The site as it is in memory, else from the database. Fails with 404 when there is no public agenda. */
    Uni<Site> of(String slug) {
        var site = current.get(slug);
        return site != null ? Uni.createFrom().item(site) : loading.computeIfAbsent(slug, this::load);
    }

    /**
     * The site of a version of the schedule or a later one. Fails with 503 where it does not come within
     * {@link #PATIENCE}.
     */
    Uni<Site> of(String slug, long minVersion) {
        return of(slug).flatMap(site ->
                site.agenda().version() >= minVersion ? Uni.createFrom().item(site) : await(slug, minVersion));
    }

    private Uni<Site> await(String slug, long minVersion) {
        return Uni.createFrom()
                .<Site>emitter(emitter -> {
                    var waiter = new Waiter(slug, minVersion, emitter);
                    emitter.onTermination(() -> waiting.remove(waiter));
                    waiting.add(waiter);
                    loop.wake();
                })
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> CommonRefusal.UNAVAILABLE
                        .because("The agenda is not of version " + minVersion + " yet")
                        .withHeader(HttpHeaders.RETRY_AFTER, "1"));
    }

    private Uni<Site> load(String slug) {
        return revisions
                .of(slug)
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(revision -> revision.flatMap(found -> reader.read(slug))
                        .map(Site::new)
                        .orElseThrow(Sites::noAgenda))
                .invoke(site -> {
                    current.put(slug, site);
                    // What changed since it was read has woken nobody who knew of it.
                    loop.wake();
                })
                .onTermination()
                .invoke(() -> loading.remove(slug))
                .memoize()
                .indefinitely();
    }

    @Override
    public Rest step() {
        current.values().removeIf(site -> System.nanoTime() - site.lastRead() > KEPT_UNREAD.toNanos());
        if (current.isEmpty()) {
            return Rest.upTo(LONGEST_REST);
        }
        var begin = System.nanoTime();
        var latest = reader.revisions(Set.copyOf(current.keySet()));
        var outdated = current.entrySet().stream()
                .filter(known -> known.getValue().agenda().revision() != latest.getOrDefault(known.getKey(), -1L))
                .map(Map.Entry::getKey)
                .toList();
        outdated.forEach(this::refresh);
        serve();
        return outdated.isEmpty()
                ? Rest.upTo(LONGEST_REST)
                : Rest.allOf(Duration.ofNanos((System.nanoTime() - begin) * REST_PER_WORK));
    }

    /** Nobody sees the later one before all of it is there. */
    private void refresh(String slug) {
        var later = reader.read(slug);
        var site = current.get(slug);
        if (later.isEmpty()) {
            current.remove(slug);
        } else if (site != null) {
            replace(slug, site, later.get());
        }
    }

    /** Where it cannot be rendered, each reader is told so, and the other sites are not held up. */
    private void replace(String slug, Site site, Agenda later) {
        try {
            current.replace(slug, site, site.next(later));
        } catch (RuntimeException e) {
            current.remove(slug, site);
            throw e;
        }
    }

    private void serve() {
        waiting.forEach(waiter -> current(waiter.slug())
                .ifPresentOrElse(
                        site -> {
                            if (site.agenda().version() >= waiter.minVersion()) {
                                waiter.emitter().complete(site);
                            }
                        },
                        () -> waiter.emitter().fail(noAgenda())));
    }

    private static Refused noAgenda() {
        return Refused.notFound("There is no published agenda here");
    }

    @Override
    public Rest failed(Throwable failure) {
        LOG.warnf(
                "the agendas stay as they are error=%s message=%s",
                failure.getClass().getSimpleName(), failure.getMessage());
        return Rest.allOf(REST_AFTER_FAILURE);
    }
}
