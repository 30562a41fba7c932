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
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Default;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * The sites of the conferences that are being read. Readers have them from memory; a thread follows the database, and
 * replaces each as a whole once a later revision of its agenda is rendered.
 */
@Default
@Readiness
@ApplicationScoped
class Sites implements Loop.Work, HealthCheck {

    private static final Logger LOG = Logger.getLogger(Sites.class);

    /** The safety net only: a commit of this process and the topic of agendas both wake the thread. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    /** After each rendering, in its own length: a conference that is edited without a pause leaves time for others. */
    private static final int REST_PER_WORK = 3;

    private static final Duration LONGEST_REST_AFTER_WORK = Duration.ofMillis(500);
    private static final Duration KEPT_UNREAD = Duration.ofMinutes(10);

    /** Of all sites together; those that were read longest ago have to go. */
    private static final long MOST_BYTES = 64L << 20;

    /** Who comes when so many wait already is told at once to come back. */
    private static final int MOST_WAITING = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private static final int LAST = 10_000;

    /** So many are there after a start before anybody asks. */
    private static final int MOST_AT_START = 8;

    /** There is a later edition of an agenda, or none any more. */
    record Replaced(String slug) {}

    /** The agendas that changed last are in memory, the latest one first. */
    record Warm(List<String> slugs) {}

    /** Somebody who waits for a version. */
    private record Waiter(String slug, long minVersion, UniEmitter<? super Site> emitter) {}

    private final Editions editions;
    private final AgendaReader reader;
    private final Documents documents;
    private final Loop loop = new Loop("agenda", this);
    private final Map<String, Site> current = new ConcurrentHashMap<>();
    private final Map<String, Uni<Site>> loading = new ConcurrentHashMap<>();
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();

    private final Event<Replaced> events;
    private final Event<Warm> warm;
    private volatile boolean isWarm;

    Sites(Editions editions, AgendaReader reader, Documents documents, Event<Replaced> events, Event<Warm> warm) {
        this.editions = editions;
        this.reader = reader;
        this.documents = documents;
        this.events = events;
        this.warm = warm;
    }

    /** Once there is the server that reads from here. */
    void start(@Observes @Priority(LAST) StartupEvent event) {
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
     * The site of a preview, which is read anew each time: few have its address. Fails with 404 where the address is not
     * valid, as where there is no such conference.
     */
    Uni<Site> preview(String address) {
        return Uni.createFrom()
                .item(() -> PreviewAddress.parse(address)
                        .flatMap(reader::preview)
                        .map(agenda -> new Site(documents, agenda))
                        .orElseThrow(Sites::noAgenda))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
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
                    if (waiting.size() < MOST_WAITING) {
                        waiting.add(waiter);
                        loop.wake();
                    } else {
                        emitter.fail(notYet(minVersion));
                    }
                })
                .ifNoItem()
                .after(PATIENCE)
                .failWith(() -> notYet(minVersion));
    }

    private static Refused notYet(long minVersion) {
        return CommonRefusal.UNAVAILABLE
                .because("The agenda is not of version " + minVersion + " yet")
                .withHeader(HttpHeaders.RETRY_AFTER, "1");
    }

    private Uni<Site> load(String slug) {
        return editions.of(slug)
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(edition -> edition.flatMap(found -> reader.read(slug))
                        .map(agenda -> new Site(documents, agenda))
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
        warmUp();
        forget();
        if (current.isEmpty()) {
            return Rest.upTo(LONGEST_REST);
        }
        var begin = System.nanoTime();
        var latest = reader.editions(Set.copyOf(current.keySet()));
        var outdated = current.entrySet().stream()
                .filter(known -> !known.getValue().agenda().edition().equals(latest.get(known.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        var failed = outdated.stream().filter(slug -> !refresh(slug)).count();
        serve();
        if (failed > 0) {
            return Rest.allOf(REST_AFTER_FAILURE);
        }
        return outdated.isEmpty() ? Rest.upTo(LONGEST_REST) : Rest.allOf(restAfter(System.nanoTime() - begin));
    }

    /** Readers who come right after a start do not wait for what changed last: it is read and rendered once. */
    private void warmUp() {
        if (!isWarm) {
            var slugs = reader.lastChanged(MOST_AT_START);
            slugs.forEach(this::warmUp);
            warm.fire(new Warm(slugs));
            isWarm = true;
        }
    }

    /** Where that fails, the others are there nevertheless. */
    private void warmUp(String slug) {
        try {
            reader.read(slug).ifPresent(agenda -> {
                var site = new Site(documents, agenda);
                site.warmUp();
                current.putIfAbsent(slug, site);
            });
        } catch (RuntimeException e) {
            LOG.warnf(
                    "an agenda is not there before it is asked for conference=%s error=%s message=%s",
                    slug, e.getClass().getSimpleName(), e.getMessage());
        }
    }

    /** Ready when crowds do not have to wait for the first agendas. */
    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("agendas").status(isWarm).build();
    }

    private static Duration restAfter(long work) {
        var rest = Duration.ofNanos(work * REST_PER_WORK);
        return rest.compareTo(LONGEST_REST_AFTER_WORK) < 0 ? rest : LONGEST_REST_AFTER_WORK;
    }

    /** Drops what nobody reads, and what there is no room for; who follows one of these has to come anew. */
    private void forget() {
        current.values().stream()
                .filter(site -> System.nanoTime() - site.lastRead() > KEPT_UNREAD.toNanos())
                .forEach(this::drop);
        var bytes = current.values().stream().mapToLong(Site::bytes).sum();
        var byLastRead = current.values().stream()
                .sorted(Comparator.comparingLong(Site::lastRead))
                .iterator();
        while (bytes > MOST_BYTES && byLastRead.hasNext()) {
            var site = byLastRead.next();
            drop(site);
            bytes -= site.bytes();
        }
    }

    private void drop(Site site) {
        var slug = site.agenda().conference().slug();
        current.remove(slug, site);
        events.fire(new Replaced(slug));
    }

    /** Nobody sees the later one before all of it is there. Where that fails, the other sites are not held up. */
    private boolean refresh(String slug) {
        try {
            var later = reader.read(slug);
            var site = current.get(slug);
            if (later.isEmpty()) {
                current.remove(slug);
            } else if (site != null) {
                current.replace(slug, site, site.next(later.get()));
            }
            events.fire(new Replaced(slug));
            serve();
            return true;
        } catch (RuntimeException e) {
            LOG.warnf(
                    "an agenda stays as it is conference=%s error=%s message=%s",
                    slug, e.getClass().getSimpleName(), e.getMessage());
            return false;
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
