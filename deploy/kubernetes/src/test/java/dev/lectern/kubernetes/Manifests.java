package dev.lectern.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is applied together. */
record Manifests(List<Manifest> all) {

    /** Of the module, in which tests run. */
    static final Path HOME = Path.of("");

    static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
                    .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** The base as its files have it, with the ConfigMaps that are made of its kustomization. */
    static Manifests base() {
        return Kustomization.of("base").manifests();
    }

    static Manifests read(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            var manifests = new ArrayList<Manifest>();
            documents.forEachRemaining(document -> manifests.add(new Manifest(document)));
            return new Manifests(manifests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<Manifest> ofKind(String kind) {
        return all.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Optional<Manifest> find(String kind, String name) {
        return ofKind(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
    }

    Manifest the(String kind, String name) {
        return find(kind, name).orElseThrow(() -> new AssertionError("there is no " + kind + "/" + name));
    }

    boolean has(String kind, String name) {
        return find(kind, name).isPresent();
    }

    /** The services are what runs in Deployments. */
    Stream<Manifest> services() {
        return ofKind("Deployment");
    }

    Manifests without(String kind, String name) {
        var gone = the(kind, name);
        return new Manifests(
                all.stream().filter(manifest -> !manifest.equals(gone)).toList());
    }

    /** A copy in which one thing is otherwise: null removes it, {@code /-} adds to a list. */
    Manifests with(String kind, String name, String pointer, Object value) {
        var changed = the(kind, name);
        return new Manifests(all.stream()
                .map(manifest ->
                        manifest.equals(changed) ? changed(manifest, JsonPointer.valueOf(pointer), value) : manifest)
                .toList());
    }

    private static Manifest changed(Manifest manifest, JsonPointer pointer, Object value) {
        var copy = manifest.content().deepCopy();
        var parent = copy.at(pointer.head());
        var key = pointer.last().getMatchingProperty();
        JsonNode node = YAML.valueToTree(value);
        if (parent instanceof ObjectNode object) {
            change(object, key, value == null ? null : node);
        } else if (parent instanceof ArrayNode array) {
            change(array, key, value == null ? null : node);
        } else {
            throw new AssertionError(manifest + " has nothing at " + pointer.head());
        }
        return new Manifest(copy);
    }

    private static void change(ObjectNode object, String key, JsonNode value) {
        if (value == null) {
            object.remove(key);
        } else {
            object.set(key, value);
        }
    }

    private static void change(ArrayNode array, String key, JsonNode value) {
        if (value == null) {
            array.remove(Integer.parseInt(key));
        } else if (key.equals("-")) {
            array.add(value);
        } else {
            array.set(Integer.parseInt(key), value);
        }
    }
}
