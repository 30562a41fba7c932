package dev.lectern.chassis.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What operations, parameters and members mean. A service says it of its own in {@code service.yaml}; what several
 * services have is said in the chassis' {@code shared.yaml}.
 */
final class Words {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "META-INF/openapi-words/";

    private final List<JsonNode> files;

    private Words(List<JsonNode> files) {
        this.files = files;
    }

    static Words read() {
        return new Words(List.of(read(FOLDER + "service.yaml"), read(FOLDER + "shared.yaml")));
    }

    private static JsonNode read(String resource) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return file == null
                    ? MissingNode.getInstance()
                    : JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode resource(String name) {
        return first("operations", name);
    }

    JsonNode tags() {
        return first("tags");
    }

    /** What problems are, by status. */
    JsonNode answers() {
        return first("answers");
    }

    JsonNode schema(String name) {
        return first("schemas", name);
    }

    /** What a member is: in this schema, else wherever it is. */
    JsonNode member(String schema, String name) {
        var words = schema(schema);
        var own = words.has(name)
                ? words.get(name)
                : schema(words.path("like").asText()).path(name);
        return own.isMissingNode() ? first("members", name) : own;
    }

    JsonNode parameter(String name) {
        return first("parameters", name);
    }

    private JsonNode first(String... path) {
        return files.stream()
                .map(file -> Arrays.stream(path).reduce(file, JsonNode::path, (a, b) -> b))
                .filter(found -> !found.isMissingNode())
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
