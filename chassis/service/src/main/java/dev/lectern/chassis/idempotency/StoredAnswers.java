package dev.lectern.chassis.idempotency;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Refused;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The answers of the last day, in the table {@code kept_answer}. */
@ApplicationScoped
public class StoredAnswers {

    private final EntityManager entities;

    StoredAnswers(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Takes the key for this transaction. A twin that is under way is waited for.
     *
     * @throws Replayed when there is an answer already
     * @throws Refused 422 {@code idempotency-key-reused} when that is the answer to something else
     */
    @Transactional(TxType.MANDATORY)
    void begin(IdempotencyKey key) {
        var begun = entities.createNativeQuery("""
                        insert into kept_answer (id, request) values (?1, ?2)
                        on conflict (id) do update set request = excluded.request, begun_at = now()
                        where kept_answer.begun_at < now() - interval '1 day'""")
                .setParameter(1, key.id())
                .setParameter(2, key.request())
                .executeUpdate();
        if (begun == 0) {
            throw replay(key);
        }
    }

    @Transactional(TxType.MANDATORY)
    void keep(IdempotencyKey key, String path, KeptAnswer answer) {
        entities.createNativeQuery("""
                        update kept_answer set status = ?2, location = ?3, entity_tag = ?4, body = ?5, path = ?6
                        where id = ?1""")
                .setParameter(1, key.id())
                .setParameter(2, answer.status())
                .setParameter(3, answer.location())
                .setParameter(4, answer.entityTag())
                .setParameter(5, answer.body())
                .setParameter(6, path)
                .executeUpdate();
    }

    /**
     * Keeps what came of a job, for whoever asks for it at this path: as long as an answer is kept, and forgotten for
     * the same reasons.
     */
    @Transactional(TxType.MANDATORY)
    public void keepOutcome(UUID job, String path, int status, byte[] body) {
        entities.createNativeQuery("""
                        insert into kept_answer (id, request, status, path, body) values (?1, '', ?2, ?3, ?4)
                        on conflict (id) do nothing""")
                .setParameter(1, key(job))
                .setParameter(2, status)
                .setParameter(3, path)
                .setParameter(4, body)
                .executeUpdate();
    }

    /** What came of a job, and its status. */
    public record Outcome(int status, byte[] body) {}

    /** Empty while it is under way, and when that was forgotten. */
    @Transactional(TxType.MANDATORY)
    public Optional<Outcome> outcome(UUID job, String path) {
        return entities.unwrap(Session.class)
                .createNativeQuery("select status, body from kept_answer where id = ?1 and path = ?2", Tuple.class)
                .setParameter(1, key(job))
                .setParameter(2, path)
                .uniqueResultOptional()
                .map(row -> new Outcome(row.get(0, Integer.class), row.get(1, byte[].class)));
    }

    private static byte[] key(UUID job) {
        return job.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Forgets what was answered at this path, below it, and when it was made: it is deleted, and an answer may quote
     * it. The caller keeps others from writing there until the transaction ends.
     */
    @Transactional(TxType.MANDATORY)
    public void forgetAllBelow(String path) {
        entities.createNativeQuery("delete from kept_answer where starts_with(coalesce(location, path) || '/', ?1)")
                .setParameter(1, path + "/")
                .executeUpdate();
    }

    /** Forgets what was answered below this path and has one of these texts in it. The same holds for the caller. */
    @Transactional(TxType.MANDATORY)
    public void forgetAllQuoting(String path, Collection<String> texts) {
        entities.createNativeQuery("""
                        delete from kept_answer where starts_with(coalesce(location, path) || '/', ?1)
                          and exists (select from unnest(cast(?2 as text[])) as quoted (text)
                            where position(convert_to(quoted.text, 'UTF8') in body) > 0)""")
                .setParameter(1, path + "/")
                .setParameter(2, texts.stream().map(StoredAnswers::asInJson).toArray(String[]::new))
                .executeUpdate();
    }

    private static String asInJson(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    /** An answer may quote what has been deleted since, so its day is kept to within minutes. */
    @Scheduled(every = "10m")
    @Transactional
    void forgetOld() {
        entities.createNativeQuery("delete from kept_answer where begun_at < now() - interval '1 day'")
                .executeUpdate();
    }

    private RuntimeException replay(IdempotencyKey key) {
        var row = (Tuple) entities.createNativeQuery(
                        "select request, status, location, entity_tag, body from kept_answer where id = ?1",
                        Tuple.class)
                .setParameter(1, key.id())
                .getSingleResult();
        if (!Arrays.equals(row.get(0, byte[].class), key.request())) {
            return CommonRefusal.IDEMPOTENCY_KEY_REUSED.because(
                    "Within a day a key can only be sent again with the same query and body");
        }
        return new Replayed(new KeptAnswer(
                row.get(1, Integer.class),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, byte[].class)));
    }
}
