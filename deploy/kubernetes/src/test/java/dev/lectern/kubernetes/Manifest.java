package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One object as a file of YAML describes it. */
record Manifest(JsonNode content) {

    String kind() {
        return content.path("kind").asText();
    }

    String name() {
        return content.at("/metadata/name").asText();
    }

    /** {@code Deployment/catalog-service} */
    @Override
    public String toString() {
        return kind() + "/" + name();
    }

    /** What is at a JSON pointer; a missing node where there is nothing. */
    JsonNode at(String pointer) {
        return content.at(pointer);
    }

    String text(String pointer) {
        return at(pointer).asText();
    }

    Map<String, String> texts(String pointer) {
        return texts(at(pointer));
    }

    static Map<String, String> texts(JsonNode object) {
        return object.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, property -> property.getValue().asText()));
    }

    /** All nodes that have this name, at any depth. */
    Stream<JsonNode> everywhere(String name) {
        return content.findValues(name).stream();
    }

    /** Of a workload. */
    JsonNode container() {
        return at("/spec/template/spec/containers/0");
    }
}
