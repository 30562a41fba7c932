package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all journeys, started with the first; tests that harm a stack have one apart. After each test, what must always hold is
 * checked.
 */
final class RunningStack implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final Map<String, Lectern> STARTED = new HashMap<>();
    private static final Map<Lectern, Invariants> WATCHED = new HashMap<>();

    /** That of the class of tests under way. */
    private static Lectern current;

    private final String folder;
    private final int replicas;

    RunningStack() {
        this("data", 1);
    }

    private RunningStack(String folder, int replicas) {
        this.folder = folder;
        this.replicas = replicas;
    }

    /** A stack of its own for a class of tests, which is stopped after it. */
    static RunningStack apart(String folder, int replicas) {
        return new RunningStack(folder, replicas);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        current = STARTED.computeIfAbsent(folder, this::fresh);
        current.up();
        RestAssured.baseURI = gateway();
        RestAssured.urlEncodingEnabled = false;
    }

    private Lectern fresh(String name) {
        var lectern = Lectern.in(Path.of("target", name).toAbsolutePath(), replicas);
        lectern.run("reset", "--yes");
        return lectern;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        invariants().check();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        invariants().checkAll();
        if (!folder.equals("data")) {
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

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lectern.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return current;
    }
}
