package dev.lectern.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a folder of manifests is made of, as far as ours need it; the real tool is asked where there is one. */
record Kustomization(Path folder, JsonNode content) {

    private static final Set<String> FIELDS =
            Set.of("apiVersion", "kind", "namespace", "resources", "configMapGenerator", "replicas", "patches");

    static Kustomization of(String folder) {
        return of(Manifests.HOME.resolve(folder));
    }

    private static Kustomization of(Path folder) {
        var text = Manifests.text(folder.resolve("kustomization.yaml"));
        return new Kustomization(folder, Manifests.read(text).all().get(0).content());
    }

    Kustomization with(String field, Object value) {
        var copy = content.<ObjectNode>deepCopy();
        copy.set(field, Manifests.YAML.valueToTree(value));
        return new Kustomization(folder, copy);
    }

    /** All that is applied, but for what it changes in what it is based on. */
    Manifests manifests() {
        return new Manifests(Stream.of(
                        bases().flatMap(base -> base.manifests().all().stream()),
                        files().flatMap(file -> Manifests.read(Manifests.text(file)).all().stream()),
                        content.path("configMapGenerator").valueStream().map(this::configMap))
                .flatMap(same -> same)
                .toList());
    }

    /** What the tool would complain of, and what it would not: a change of what is not there. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        content.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                faults.add("unknown field " + field);
            }
        });
        resources().filter(resource -> !Files.exists(resource)).forEach(gone -> faults.add("missing " + gone));
        if (faults.isEmpty()) {
            var manifests = manifests();
            content.path("replicas")
                    .valueStream()
                    .map(replicas -> replicas.path("name").asText())
                    .filter(name -> !manifests.has("Deployment", name))
                    .forEach(name -> faults.add("replicas of no Deployment " + name));
            content.path("patches")
                    .valueStream()
                    .map(patch -> patch.path("target"))
                    .filter(target -> !manifests.has(
                            target.path("kind").asText(), target.path("name").asText()))
                    .forEach(target ->
                            faults.add("patch of no " + target.path("kind").asText() + " "
                                    + target.path("name").asText()));
        }
        return faults;
    }

    private Stream<Path> resources() {
        return content.path("resources")
                .valueStream()
                .map(name -> folder.resolve(name.asText()).normalize());
    }

    private Stream<Kustomization> bases() {
        return resources().filter(Files::isDirectory).map(Kustomization::of);
    }

    private Stream<Path> files() {
        return resources().filter(resource -> !Files.isDirectory(resource));
    }

    private Manifest configMap(JsonNode generator) {
        var map = Manifests.YAML.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", generator.path("name").asText());
        var data = map.putObject("data");
        generator
                .path("envs")
                .valueStream()
                .flatMap(file -> Manifests.text(folder.resolve(file.asText())).lines())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> data.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return new Manifest(map);
    }
}
