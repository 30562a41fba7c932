package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The schemas of custom resource definitions, by version and kind. */
record Definitions(Map<String, Schema> schemas) {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    /** Where there is a folder of them; the variable {@code LECTERN_CRDS} names another one. */
    static Optional<Definitions> found() {
        var folder = Optional.ofNullable(System.getenv("LECTERN_CRDS"))
                .map(Path::of)
                .orElse(Manifests.HOME.resolve("../../../shared/data/crds"));
        return Files.isDirectory(folder) ? Optional.of(in(folder)) : Optional.empty();
    }

    /** @param folder with a file of YAML for each definition */
    private static Definitions in(Path folder) {
        var schemas = new HashMap<String, Schema>();
        try (var files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .flatMap(file -> Manifests.read(Manifests.text(file)).ofKind("CustomResourceDefinition"))
                    .forEach(definition -> definition
                            .at("/spec/versions")
                            .forEach(version -> schemas.put(
                                    definition.text("/spec/group") + "/"
                                            + version.path("name").asText() + " " + definition.text("/spec/names/kind"),
                                    REGISTRY.getSchema(closed(version.at("/schema/openAPIV3Schema"))))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Definitions(schemas);
    }

    boolean know(Manifest manifest) {
        return schemas.containsKey(kind(manifest));
    }

    /** What the API server would refuse or leave out. Rules in its own language (CEL) are not looked at. */
    List<String> faults(Manifests manifests) {
        return manifests.all().stream().filter(this::know).flatMap(this::faults).toList();
    }

    private Stream<String> faults(Manifest manifest) {
        return schemas.get(kind(manifest)).validate(manifest.content()).stream()
                .map(error -> manifest + ": " + error.getInstanceLocation() + " " + error.getMessage());
    }

    private static String kind(Manifest manifest) {
        return manifest.text("/apiVersion") + " " + manifest.kind();
    }

    /** The server drops what a schema does not name; here nothing of that kind is allowed. */
    private static JsonNode closed(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(Definitions::closed);
        if (schema instanceof ObjectNode object) {
            // The validator warns of keywords that are none of its own.
            object.properties()
                    .removeIf(keyword -> keyword.getKey().startsWith("x-kubernetes-")
                            || (keyword.getKey().equals("example")
                                    && keyword.getValue().isValueNode()));
        }
        return schema;
    }
}
