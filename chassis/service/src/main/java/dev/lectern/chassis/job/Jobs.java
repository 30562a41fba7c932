package dev.lectern.chassis.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.idempotency.Once;
import dev.lectern.chassis.idempotency.Replayed;
import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Problem;
import dev.lectern.chassis.problem.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs jobs, so many at once in each process, and answers for them. */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class);
    private static final Duration GLANCE = Duration.ofMillis(500);

    /** How long a caller waits for a place among those that are under way. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private static final int OK = 200;
    private static final String FULL = "As many jobs as possible are under way, and nothing of this one was done";

    private final StoredJobs stored;
    private final Once once;
    private final UriInfo uri;
    private final ObjectMapper json;
    private final Duration limit;
    private final Semaphore places;
    private final Memory memory;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(work, "job"));
    private final ScheduledExecutorService beats =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "job-heartbeat"));

    Jobs(
            StoredJobs stored,
            Once once,
            UriInfo uri,
            ObjectMapper json,
            Memory memory,
            @ConfigProperty(name = "lectern.jobs.limit") Duration limit,
            @ConfigProperty(name = "lectern.jobs.most") int most) {
        this.stored = stored;
        this.once = once;
        this.uri = uri;
        this.json = json;
        this.memory = memory;
        this.limit = limit;
        this.places = new Semaphore(most, true);
    }

    /**
     * Begins the work that the current request asks for. Answers with what comes of it, or with 202 and the path of its
     * status where the caller does not wait so long. {@code Idempotency-Key} is honoured; the key is taken in the
     * transaction of the effect.
     *
     * @param prefer the request's {@code Prefer} (RFC 7240), null for none
     * @param memory in bytes, that it may come to need
     * @param reading makes the work of what the request brought, once there is a place and memory for it
     * @throws Refused 503 when as many as possible are under way
     */
    public Response run(String prefer, long memory, Supplier<Work> reading) throws InterruptedException {
        var preference = Preference.of(prefer);
        var key = once.capture();
        var run = new Run(uri.getPath());
        var end = System.nanoTime() + TURN.toNanos();
        if (!places.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
            throw Refused.unavailable(FULL);
        }
        var share = this.memory.take(memory, Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        if (share == null) {
            places.release();
            throw Refused.unavailable(FULL);
        }
        Runnable leave = () -> {
            share.giveBack();
            places.release();
        };
        var isAsync = begin(preference, run, key, reading, leave);
        return isAsync ? accepted(run, preference) : await(run, preference);
    }

    /** Whether it is followed by its status. What cannot be begun leaves its place. */
    private boolean begin(Preference preference, Run run, Once.Key key, Supplier<Work> reading, Runnable leave) {
        var hasBegun = false;
        try {
            var work = reading.get();
            var isAsync = preference.patience().isZero() && run.watch();
            if (isAsync) {
                stored.begin(run);
            }
            start(run, key, work, leave);
            hasBegun = true;
            return isAsync;
        } finally {
            if (!hasBegun) {
                leave.run();
            }
        }
    }

    private Response await(Run run, Preference preference) throws InterruptedException {
        try {
            return answer(run.end().get(preference.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return run.watch() ? takesLonger(run, preference) : atItsEnd(run);
        } catch (ExecutionException e) {
            throw refusal(e);
        }
    }

    private Response takesLonger(Run run, Preference preference) {
        stored.begin(run);
        return accepted(run, preference);
    }

    private static Response atItsEnd(Run run) throws InterruptedException {
        try {
            return answer(run.end().get());
        } catch (ExecutionException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(ExecutionException e) {
        return e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e.getCause());
    }

    private static Response answer(Object result) {
        return Response.ok(result).build();
    }

    private static Response accepted(Run run, Preference preference) {
        var answer = Response.accepted(new Accepted(run.id(), run.path()))
                .header(HttpHeaders.LOCATION, run.path())
                .header(HttpHeaders.RETRY_AFTER, "1");
        return preference.applied() == null
                ? answer.build()
                : answer.header("Preference-Applied", preference.applied()).build();
    }

    /** The body of a 202. */
    public record Accepted(UUID id, String status) {}

    private void start(Run run, Once.Key key, Work work, Runnable leave) {
        var beat = beats.scheduleWithFixedDelay(() -> beat(run), 1, 1, TimeUnit.SECONDS);
        threads.execute(() -> {
            try {
                run.end().complete(perform(run, key, work));
            } catch (RuntimeException | Error e) {
                end(run, e);
            } finally {
                beat.cancel(false);
                leave.run();
            }
        });
    }

    private void beat(Run run) {
        try {
            stored.beat(run);
        } catch (RuntimeException e) {
            LOG.warnf("a job's progress cannot be told error=%s", e.getClass().getSimpleName());
        }
    }

    private Object perform(Run run, Once.Key key, Work work) {
        work.prepare(run.progress());
        var end = System.nanoTime() + limit.toNanos();
        try {
            var answer = QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(limit.toSeconds()))
                    .call(() -> effect(run, key, work));
            work.conclude(run.progress());
            return answer;
        } catch (Undone undone) {
            if (run.isWatched()) {
                stored.end(run, OK, bytes(undone.answer));
            }
            return undone.answer;
        } catch (Refused | Replayed e) {
            throw e;
        } catch (RuntimeException e) {
            throw System.nanoTime() < end
                    ? e
                    : Refused.unavailable(
                            "It took longer than " + limit.toMinutes() + " minutes, and nothing of it was done");
        }
    }

    /** Leaves the transaction without its effect, as a dry run does. */
    private static final class Undone extends RuntimeException {

        private final transient Object answer;

        Undone(Object answer) {
            super("undone", null, false, false);
            this.answer = answer;
        }
    }

    private Object effect(Run run, Once.Key key, Work work) throws Exception {
        var answer = key.once(() -> work.perform(run.progress()));
        if (QuarkusTransaction.isRollbackOnly()) {
            throw new Undone(answer);
        }
        if (run.isWatched()) {
            stored.end(run, OK, bytes(answer));
        }
        return answer;
    }

    private void end(Run run, Throwable e) {
        try {
            fail(run, e);
        } catch (RuntimeException unavailable) {
            // Its status turns to INTERRUPTED, which says the same.
            LOG.warnf(
                    "a job's failure cannot be kept error=%s",
                    unavailable.getClass().getSimpleName());
        } finally {
            run.end().completeExceptionally(e);
        }
    }

    private void fail(Run run, Throwable e) {
        if (!run.isWatched()) {
            return;
        }
        if (e instanceof Replayed replayed) {
            stored.end(run, OK, replayed.body());
            return;
        }
        var refusal = e instanceof Refused refused ? refused : unexpected(e);
        stored.end(run, refusal.status(), bytes(Problem.of(refusal)));
    }

    private static Refused unexpected(Throwable e) {
        if (DatabaseErrors.isTransient(e)) {
            return Refused.unavailable(null);
        }
        LOG.error("a job failed", e);
        return CommonRefusal.INTERNAL_ERROR.because(null);
    }

    private byte[] bytes(Object answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    /**
     * Where a job stands that was begun here.
     *
     * @param path of its status, as a request for it has it
     * @throws Refused 404 where there is none, or none any more
     */
    public JobStatus status(UUID id, String path) {
        return stored.status(id, path)
                .orElseThrow(() ->
                        Refused.notFound("There is no such job here; one that has ended is forgotten after a day"));
    }

    /** Where a job stands again and again until it has ended, for server-sent events. */
    public Multi<JobStatus> follow(UUID id, String path) {
        var first = status(id, path);
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(first),
                        Multi.createFrom()
                                .ticks()
                                .every(GLANCE)
                                .onOverflow()
                                .drop()
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(tick -> status(id, path)))
                .select()
                .first(new UntilEnded());
    }

    /** The last one is that of the end. */
    private static final class UntilEnded implements Predicate<JobStatus> {

        private boolean ended;

        @Override
        public boolean test(JobStatus status) {
            var wasUnderWay = !ended;
            ended = status.hasEnded();
            return wasUnderWay;
        }
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void close() {
        beats.shutdownNow();
        threads.shutdown();
    }
}
