package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stack for all journeys, started with the first. After each class of tests, what must always hold is checked. */
final class RunningStack implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static Lectern lectern;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (lectern == null) {
            lectern = Lectern.in(Path.of("target/data").toAbsolutePath());
            lectern.run("reset", "--yes");
        }
        lectern.up();
        RestAssured.baseURI = gateway();
        RestAssured.urlEncodingEnabled = false;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        new Invariants(status()).check();
    }

    static String gateway() {
        return status().get("gateway").asText();
    }

    static JsonNode status() {
        return lectern.status();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lectern.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return lectern;
    }
}
