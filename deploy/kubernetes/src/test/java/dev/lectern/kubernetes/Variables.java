package dev.lectern.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a service is told: by its environment, and by files that are named as properties. */
final class Variables {

    private Variables() {}

    /** By name, whether a ConfigMap has them or the Deployment itself. */
    static Map<String, String> of(Manifests manifests, Manifest deployment) {
        var variables = new HashMap<String, String>();
        for (var source : deployment.container().path("envFrom")) {
            manifests
                    .find("ConfigMap", source.at("/configMapRef/name").asText())
                    .ifPresent(map -> variables.putAll(map.texts("/data")));
        }
        for (var variable : deployment.container().path("env")) {
            variables.put(variable.path("name").asText(), variable.path("value").asText());
        }
        return variables;
    }

    /** What is told and not known, and what is needed and not told. */
    static List<String> faults(Manifests manifests) {
        return Stream.concat(unknown(manifests), missing(manifests)).toList();
    }

    /** A ConfigMap may have more than each of those who get it reads; a dashboard's is no service's. */
    private static Stream<String> unknown(Manifests manifests) {
        var shared = manifests
                .ofKind("ConfigMap")
                .filter(map ->
                        map.content().at("/metadata/labels/grafana_dashboard").isMissingNode())
                .flatMap(map -> map.texts("/data").keySet().stream()
                        .filter(name -> manifests
                                .services()
                                .filter(service -> gets(service, map))
                                .noneMatch(service ->
                                        Settings.known(service.name()).contains(name)))
                        .map(name -> map + ": nobody reads " + name));
        var own = manifests
                .services()
                .flatMap(service -> Stream.concat(
                                service.container()
                                        .path("env")
                                        .valueStream()
                                        .map(variable -> variable.path("name").asText()),
                                secrets(service))
                        .filter(name -> !Settings.known(service.name()).contains(name))
                        .map(name -> service + ": does not read " + name));
        return Stream.concat(shared, own);
    }

    private static Stream<String> missing(Manifests manifests) {
        return manifests.services().flatMap(service -> {
            var told = new TreeSet<>(of(manifests, service).keySet());
            secrets(service).forEach(told::add);
            return Settings.needed(service.name()).stream()
                    .filter(name -> !told.contains(name))
                    .map(name -> service + ": needs " + name);
        });
    }

    private static boolean gets(Manifest service, Manifest map) {
        return service.container()
                .path("envFrom")
                .valueStream()
                .anyMatch(source -> source.at("/configMapRef/name").asText().equals(map.name()));
    }

    private static Stream<String> secrets(Manifest service) {
        return Addresses.mountedFiles(service).stream()
                .filter(file -> file.startsWith("/etc/lectern/secrets/"))
                .map(file -> Settings.variable(file.substring("/etc/lectern/secrets/".length())));
    }
}
