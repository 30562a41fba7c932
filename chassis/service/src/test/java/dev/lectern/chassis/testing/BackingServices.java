package dev.lectern.chassis.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Starts PostgreSQL, Kafka with all topics, and a JWKS endpoint, each on a free port, and ends them after the tests.
 */
public final class BackingServices implements QuarkusTestResourceLifecycleManager {

    /** The argument that names a service's database, which is then as the last release has left it. */
    public static final String LEFT_BY_LAST_RELEASE = "left-by-last-release";

    private static final List<String> TOPICS = List.of(
            "pebbles",
            "stones",
            "lectern.catalog.conference.v1",
            "lectern.catalog.contribution.v1",
            "lectern.catalog.presenter.v1",
            "lectern.catalog.address.v1",
            "lectern.schedule.slot.v1",
            "lectern.schedule.session.v1",
            "lectern.schedule.agenda.v1",
            "lectern.notification.settings.v1",
            "lectern.notification.availability.v1");

    private String database = "postgres";
    private EmbeddedPostgres postgres;
    private EmbeddedKafkaBroker broker;
    private HttpServer issuer;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault(LEFT_BY_LAST_RELEASE, database);
    }

    @Override
    public Map<String, String> start() {
        try {
            var keys = TestTokens.newKeys();
            postgres = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            if (!database.equals("postgres")) {
                Upgrades.restoreLast(postgres, database);
            }
            broker = new EmbeddedKafkaBroker()
                    .withNodeId(0)
                    .withDeleteLogDirsOnClose(true)
                    // Its default takes 128 MB of the tests' heap.
                    .withAdditionalProperties(broker -> broker.put("log.cleaner.dedupe.buffer.size", "16777216"))
                    .start();
            createTopics();
            issuer = serve(TestTokens.jwks(keys));
            return Map.ofEntries(
                    Map.entry("quarkus.datasource.jdbc.url", postgres.getJdbcUrl("postgres", database)),
                    Map.entry("quarkus.datasource.username", "postgres"),
                    Map.entry("quarkus.datasource.password", "postgres"),
                    Map.entry("kafka.bootstrap.servers", broker.getAdvertisedListeners()),
                    Map.entry("lectern.token.issuer", TestTokens.ISSUER),
                    Map.entry(
                            "lectern.token.jwks",
                            "http://127.0.0.1:" + issuer.getAddress().getPort() + "/jwks.json"),
                    Map.entry("lectern.public-url", "http://lectern.example"),
                    Map.entry(TestTokens.KEY_PROPERTY, TestTokens.encoded(keys)),
                    Map.entry("quarkus.http.test-port", "0"),
                    Map.entry("quarkus.management.test-port", "0"),
                    // So that there are several batches of the little that tests have.
                    Map.entry("lectern.republication.batch", "2"));
        } catch (IOException | SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("the backing services do not start", e);
        }
    }

    @Override
    public void stop() {
        try {
            if (issuer != null) {
                issuer.stop(0);
            }
            if (broker != null) {
                broker.close();
            }
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createTopics() {
        var compacted = Map.of("cleanup.policy", "compact");
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.getAdvertisedListeners()))) {
            admin.createTopics(TOPICS.stream()
                            .map(name -> new NewTopic(name, 3, (short) 1).configs(compacted))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer serve(String jwks) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks.json", exchange -> {
            var body = jwks.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
