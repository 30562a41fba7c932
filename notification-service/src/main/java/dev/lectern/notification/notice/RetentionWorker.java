package dev.lectern.notification.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets what old notices said and to whom: of a mail that nobody waits for any more it is only known that there was
 * one. A notice that may still be sent is younger than that, or stays until it is not.
 */
@ApplicationScoped
class RetentionWorker {

    private static final int AT_ONCE = 500;

    private static final String FORGET = """
            with old as (
                select id from notice
                where subject <> '' and state not in ('HELD', 'DUE', 'SENDING', 'RETRYING', 'AMBIGUOUS')
                    and created_at < now() - :seconds * interval '1 second'
                order by created_at limit :limit for update skip locked),
            replies as (
                update delivery set reply = null where notice_id in (select id from old))
            update notice set message = '', to_address = '', subject = '', presenter_name = '',
                reason = case when state in ('FAILED', 'BAD_ADDRESS') then null else reason end,
                author = null, comment = null, report = null, differences = '[]', told = null
            where id in (select id from old)""";

    private final EntityManager entities;
    private final Duration retention;

    RetentionWorker(EntityManager entities, @ConfigProperty(name = "lectern.notices.retention") Duration retention) {
        this.entities = entities;
        this.retention = retention;
    }

    @Scheduled(every = "1h")
    void forgetOld() {
        while (QuarkusTransaction.requiringNew().call(this::forgetSome) == AT_ONCE) {
            // One bounded transaction after the other.
        }
    }

    private int forgetSome() {
        return entities.createNativeQuery(FORGET)
                .setParameter("seconds", retention.toSeconds())
                .setParameter("limit", AT_ONCE)
                .executeUpdate();
    }
}
