package dev.lectern.chassis.job;

import dev.lectern.chassis.idempotency.StoredAnswers;
import dev.lectern.chassis.job.JobStatus.State;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Jobs in the tables {@code job}, while they run, and {@code kept_answer}, once they have ended: for a day, or until
 * what they quote is deleted.
 */
@ApplicationScoped
class StoredJobs {

    private static final int BAD = 400;

    private final EntityManager entities;
    private final StoredAnswers answers;

    StoredJobs(EntityManager entities, StoredAnswers answers) {
        this.entities = entities;
        this.answers = answers;
    }

    @Transactional(TxType.REQUIRES_NEW)
    void begin(Run run) {
        var stand = run.progress().stand();
        entities.createNativeQuery("insert into job (id, path, phase, done, total) values (?1, ?2, ?3, ?4, ?5)")
                .setParameter(1, run.id())
                .setParameter(2, run.path())
                .setParameter(3, stand.phase())
                .setParameter(4, stand.done())
                .setParameter(5, stand.total())
                .executeUpdate();
    }

    @Transactional(TxType.REQUIRES_NEW)
    void beat(Run run) {
        var stand = run.progress().stand();
        entities.createNativeQuery("update job set phase = ?2, done = ?3, total = ?4, beat_at = now() where id = ?1")
                .setParameter(1, run.id())
                .setParameter(2, stand.phase())
                .setParameter(3, stand.done())
                .setParameter(4, stand.total())
                .executeUpdate();
    }

    /** In the transaction of the effect, if there is one. */
    @Transactional
    void end(Run run, int status, byte[] body) {
        answers.keepOutcome(run.id(), run.path(), status, body);
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<JobStatus> status(UUID id, String path) {
        var outcome = answers.outcome(id, path);
        return job(id, path)
                .map(job -> outcome.map(ended -> ended(job, ended.status(), ended.body()))
                        .orElse(job));
    }

    private static JobStatus ended(JobStatus job, int status, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var isBad = status >= BAD;
        return new JobStatus(
                job.id(),
                isBad ? State.FAILED : State.DONE,
                null,
                job.done(),
                job.total(),
                job.startedAt(),
                isBad ? null : text,
                isBad ? text : null);
    }

    private Optional<JobStatus> job(UUID id, String path) {
        return entities.unwrap(Session.class)
                .createNativeQuery("""
                        select phase, done, total, started_at, beat_at < now() - interval '30 seconds'
                        from job where id = ?1 and path = ?2""", Tuple.class)
                .setParameter(1, id)
                .setParameter(2, path)
                .uniqueResultOptional()
                .map(row -> running(id, row));
    }

    private static JobStatus running(UUID id, Tuple row) {
        var isGone = row.get(4, Boolean.class);
        return new JobStatus(
                id,
                isGone ? State.INTERRUPTED : State.RUNNING,
                isGone ? null : row.get(0, String.class),
                row.get(1, Long.class),
                row.get(2, Long.class),
                row.get(3, Instant.class),
                null,
                null);
    }

    @Scheduled(every = "10m")
    @Transactional
    void forgetOld() {
        entities.createNativeQuery("delete from job where started_at < now() - interval '1 day'")
                .executeUpdate();
    }
}
