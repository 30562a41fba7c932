package dev.lectern.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What an OpenAPI document has to say, beyond being one: a reader needs no other source. */
public final class OpenApiRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Set<String> VALUES = Set.of("string", "integer", "number", "boolean");
    private static final Set<String> NO_MEMBERS = Set.of("is", "like");

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private OpenApiRules(JsonNode document) {
        this.document = document;
    }

    /**
     * @return all that is wrong with the document, in sentences
     * @throws IOException when it is no JSON
     */
    public static List<String> faults(String document) throws IOException {
        var rules = new OpenApiRules(JSON.readTree(document));
        rules.faults.addAll(
                new OpenAPIV3Parser().readContents(document, null, null).getMessages());
        rules.document.get("paths").properties().forEach(path -> rules.checkPath(path.getKey(), path.getValue()));
        rules.document
                .at("/components/schemas")
                .properties()
                .forEach(schema -> rules.checkSchema(schema.getKey(), schema.getValue()));
        rules.document.findValues("$ref").forEach(rules::checkReference);
        rules.document.findValues("pattern").forEach(rules::checkPattern);
        return rules.faults;
    }

    /** What a service's words speak of and its document does not have. */
    public static Set<String> leftOver(String document, InputStream words) throws IOException {
        var schemas = JSON.readTree(document).at("/components/schemas");
        JsonNode said = JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(words));
        var operations = JSON.readTree(document).findValuesAsText("operationId");
        var leftOver = new TreeSet<String>();
        said.path("schemas")
                .properties()
                .forEach(schema -> schema.getValue().fieldNames().forEachRemaining(member -> {
                    var has = schemas.path(schema.getKey());
                    if (has.isMissingNode()
                            || (!NO_MEMBERS.contains(member)
                                    && !has.at("/properties/" + member).isObject())) {
                        leftOver.add(schema.getKey() + "." + member);
                    }
                }));
        said.path("members").fieldNames().forEachRemaining(member -> {
            if (schemas.findValues("properties").stream().noneMatch(members -> members.has(member))) {
                leftOver.add(member);
            }
        });
        said.path("operations").findValuesAsText("id").stream()
                .filter(id -> !id.isEmpty() && !operations.contains(id))
                .forEach(leftOver::add);
        return leftOver;
    }

    private void checkPath(String path, JsonNode item) {
        item.properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> checkOperation(method.getKey() + " " + path, path, method.getValue()));
    }

    private void checkOperation(String name, String path, JsonNode operation) {
        var id = operation.path("operationId").asText();
        require(id.matches("[a-z][A-Za-z]+") && ids.add(id), name + " has no id of its own: " + id);
        requireText(operation, "summary", name);
        var tags = document.path("tags").findValuesAsText("name");
        require(tags.contains(operation.at("/tags/0").asText()), name + " has no tag that is described");
        var parameters = operation.path("parameters");
        IN_PATH.matcher(path)
                .results()
                .map(found -> found.group(1))
                .forEach(parameter -> require(
                        stream(parameters)
                                .anyMatch(declared ->
                                        declared.path("name").asText().equals(parameter)
                                                && declared.path("in").asText().equals("path")
                                                && declared.path("required").asBoolean()),
                        name + " does not declare " + parameter));
        parameters.forEach(parameter -> checkParameter(name, parameter));
        checkAnswers(name, path, operation);
    }

    private void checkParameter(String operation, JsonNode parameter) {
        var name = operation + " parameter " + parameter.path("name").asText();
        requireText(parameter, "description", name);
        require(parameter.at("/schema/examples/0").isValueNode(), name + " has no example");
    }

    private void checkAnswers(String name, String path, JsonNode operation) {
        var answers = operation.path("responses");
        var statuses = new TreeSet<String>();
        answers.fieldNames().forEachRemaining(statuses::add);
        answers.properties()
                .forEach(answer -> require(
                        answer.getValue().has("$ref")
                                || answer.getValue()
                                                .path("description")
                                                .asText()
                                                .length()
                                        > 2,
                        name + " does not say what " + answer.getKey() + " is"));
        require(
                statuses.stream().anyMatch(status -> status.startsWith("2") || status.equals("303")),
                name + " never succeeds");
        var needed = new ArrayList<>(List.of("503", "default"));
        if (!operation.path("security").isEmpty()) {
            needed.addAll(List.of("400", "401", "429"));
        }
        if (path.contains("{")) {
            needed.add("404");
        }
        if (operation.has("requestBody")) {
            requireText(operation.path("requestBody"), "description", name + " body");
            needed.addAll(List.of("408", "413"));
        }
        require(statuses.containsAll(needed), name + " does not say all of " + needed);
    }

    private void checkSchema(String name, JsonNode schema) {
        requireText(schema, "description", name);
        schema.path("properties").properties().forEach(member -> {
            var shape = member.getValue();
            var place = name + "." + member.getKey();
            requireText(shape, "description", place);
            var isValue = VALUES.contains(type(shape)) || VALUES.contains(type(shape.path("items")));
            require(
                    !isValue
                            || shape.has("enum")
                            || shape.at("/examples/0").isValueNode()
                            || shape.at("/examples/0").isArray(),
                    place + " has no example");
        });
        if (schema.has("oneOf")) {
            require(!schema.has("type"), name + " is no object alone");
            var isTold = schema.get("oneOf").findValues("type").contains(JSON.valueToTree("string"));
            require(
                    isTold
                            || schema.at("/discriminator/mapping").size()
                                    == schema.get("oneOf").size(),
                    name + " does not say which variant is which");
        } else {
            require(schema.has("type"), name + " says nothing of its shape");
        }
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private void checkReference(JsonNode reference) {
        require(!document.at(reference.asText().substring(1)).isMissingNode(), "There is no " + reference.asText());
    }

    /** JSON Schema has ECMAScript's, which search, and have no flags within. */
    private void checkPattern(JsonNode pattern) {
        var text = pattern.asText();
        require(
                text.equals("\\S")
                        || (text.startsWith("^")
                                && text.endsWith("$")
                                && !text.contains("(?i")
                                && !text.contains("\\p{")),
                text + " is no pattern of JSON Schema");
    }

    private void requireText(JsonNode node, String member, String name) {
        require(!node.path(member).asText().isBlank(), name + " has no " + member);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        var nodes = new ArrayList<JsonNode>();
        list.forEach(nodes::add);
        return nodes.stream();
    }
}
