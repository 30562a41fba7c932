package dev.lectern.chassis.testing;

import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.events.Restoration;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A service whose database was restored, as others hear of it. */
public final class RestoredService {

    private RestoredService() {}

    /**
     * Says that all is told, and returns when what was not told has gone: until then whatever comes with revisions from
     * below goes too, as tests begin theirs anew.
     */
    public static void toldAll(String service, String topic, long revisionsFrom) {
        TopicWriter.write(
                topic,
                Restoration.KEY.toString(),
                Restoration.TYPE,
                "{\"revisionsFrom\":%d}".formatted(revisionsFrom).getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(20)).until(() -> isFollowed(service, revisionsFrom));
    }

    private static boolean isFollowed(String service, long revisionsFrom) {
        return QuarkusTransaction.requiringNew().call(() -> (Boolean) Panache.getEntityManager()
                .createNativeQuery(
                        "select exists (select from restoration where service = ?1 and revisions_from = ?2 and is_followed)",
                        Boolean.class)
                .setParameter(1, service)
                .setParameter(2, revisionsFrom)
                .getSingleResult());
    }
}
