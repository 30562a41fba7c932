package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all journeys, started with the first; tests that harm a stack have one apart. After each test, what
 * must always hold is checked.
 */
final class RunningStack implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    /** Of all journeys in this process, beside which another one may have its own. */
    private static final String SHARED = "data-" + System.getProperty("lectern.fork");

    private static final Map<String, Lectern> STARTED = new HashMap<>();
    private static final Map<Lectern, Invariants> WATCHED = new HashMap<>();

    /** The stack of the class of tests under way. */
    private static Lectern current;

    private final String folder;
    private final int replicas;
    private final boolean watched;

    RunningStack() {
        this(SHARED, 1, true);
    }

    private RunningStack(String folder, int replicas, boolean watched) {
        this.folder = folder;
        this.replicas = replicas;
        this.watched = watched;
    }

    /** A stack of its own for a class of tests, which is stopped after it. */
    static RunningStack apart(String folder, int replicas) {
        return new RunningStack(folder, replicas, true);
    }

    /** One apart in which what must always hold may not. */
    static RunningStack toBeBroken(String folder) {
        return new RunningStack(folder, 1, false);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var first = !STARTED.containsKey(folder);
        current = STARTED.computeIfAbsent(folder, this::fresh);
        current.up();
        RestAssured.baseURI = gateway();
        RestAssured.urlEncodingEnabled = false;
        if (first) {
            warmUp();
        }
    }

    /**
     * The very first event of each kind may take longer on a busy machine than the two seconds that requests wait for
     * it.
     */
    private static void warmUp() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var organiser = Organiser.withConference(current);
            organiser.contribution("Warming up");
            organiser.room("blue", "Blue room");
            organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
            organiser.publish();
        });
    }

    private Lectern fresh(String name) {
        var lectern = Lectern.in(Path.of("target", name).toAbsolutePath(), replicas);
        lectern.run("reset", "--yes");
        return lectern;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (watched) {
            invariants().check();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (watched) {
            invariants().checkAll();
        }
        if (!folder.equals(SHARED)) {
            current.run("stop");
        }
    }

    /** They remember all that happened to the stack. */
    static Invariants invariants() {
        return WATCHED.computeIfAbsent(current, Invariants::new);
    }

    static String gateway() {
        return status().get("gateway").asText();
    }

    static JsonNode status() {
        return current.addresses();
    }

    static Database database(String service) {
        return current.database(service);
    }

    static Topics topics() {
        return current.topics();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lectern.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return current;
    }
}
